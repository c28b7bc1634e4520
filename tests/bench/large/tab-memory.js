import { readdirSync, readFileSync } from 'node:fs';

/**
 * Bytes that the renderers of a browser take, counted as the system does: shared pages by their share. Null where
 * there is no /proc.
 *
 * @param {string} folder the profile of the browser
 */
export function tabMemory(folder) {
	const processes = all();
	const browser = processes.find(
		({ command }) => command.includes(folder) && !command.includes('--type='),
	);
	if (!browser) return null;
	const below = new Set([browser.id]);
	for (let size = 0; size !== below.size;) {
		size = below.size;
		for (const { id, parent } of processes) if (below.has(parent)) below.add(id);
	}
	return processes
		.filter(({ id, command }) => below.has(id) && command.includes('--type=renderer'))
		.reduce((sum, { id }) => sum + proportional(id), 0);
}

/** @returns {{ id: number, parent: number, command: string }[]} */
function all() {
	try {
		return readdirSync('/proc')
			.filter((name) => /^\d+$/.test(name))
			.flatMap((name) => {
				const command = read(`/proc/${name}/cmdline`).replaceAll('\0', ' ');
				const parent = /\) \S (\d+)/.exec(read(`/proc/${name}/stat`))?.[1];
				return parent ? [{ id: Number(name), parent: Number(parent), command }] : [];
			});
	} catch {
		return [];
	}
}

/** @param {number} id */
function proportional(id) {
	const kilobytes = /^Pss:\s+(\d+)/m.exec(read(`/proc/${id}/smaps_rollup`))?.[1];
	return Number(kilobytes ?? 0) * 1024;
}

/** @param {string} file empty when the process is gone */
function read(file) {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
}
