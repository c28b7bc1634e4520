/** The name if it is still free, else the name with the first free number from 2 on. Takes it. */
export function takeUniqueName(name: string, taken: Set<string>): string {
	let free = name;
	for (let number = 2; taken.has(free); number += 1) free = `${name}-${number}`;
	taken.add(free);
	return free;
}
