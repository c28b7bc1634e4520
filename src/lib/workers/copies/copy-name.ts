/** `green-room-backup-2026-11-25-1204-entries.json`: what a kept copy is called tells how much it holds. */
export function copyName(fileName: string, entries: number, taken: ReadonlySet<string>): string {
	const stem = fileName.replace(/\.json$/u, '');
	for (let turn = 1; ; turn++) {
		const name = `${stem}-${entries}-entries${turn > 1 ? `-${turn}` : ''}.json`;
		if (!taken.has(name)) return name;
	}
}

/** Null for a name that does not say. */
export function entriesOfName(name: string): number | null {
	const [, entries] = /-(\d+)-entries(?:-\d+)?\.json$/u.exec(name) ?? [];
	return entries === undefined ? null : Number(entries);
}
