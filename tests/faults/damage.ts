import {
	closeSync,
	openSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync,
	writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** A way in which a file of a closed profile is damaged. */
export interface Damage {
	readonly name: string;
	readonly backEnd: 'LevelDB' | 'SQLite';
	/** @param folder Chromium's folder of this origin's IndexedDB */
	readonly harm: (folder: string) => void;
}

/** Twelve kinds: bits flipped, cut, deleted, garbage; in log, table, manifest, CURRENT; in header and pages. */
export const damages: readonly Damage[] = [
	{
		name: 'log: every fiftieth byte flipped',
		backEnd: 'LevelDB',
		harm: (f) => flip(file(f, /\.log$/), 50),
	},
	{ name: 'log: cut in half', backEnd: 'LevelDB', harm: (f) => cut(file(f, /\.log$/)) },
	{ name: 'log: deleted', backEnd: 'LevelDB', harm: (f) => rmSync(file(f, /\.log$/)) },
	{ name: 'table: garbage', backEnd: 'LevelDB', harm: (f) => garble(file(f, /\.ldb$/)) },
	{ name: 'table: deleted', backEnd: 'LevelDB', harm: (f) => rmSync(file(f, /\.ldb$/)) },
	{ name: 'manifest: cut in half', backEnd: 'LevelDB', harm: (f) => cut(file(f, /^MANIFEST/)) },
	{
		name: 'manifest: deleted',
		backEnd: 'LevelDB',
		harm: (f) => rmSync(file(f, /^MANIFEST/)),
	},
	{
		name: 'CURRENT: garbage',
		backEnd: 'LevelDB',
		harm: (f) => writeFileSync(file(f, /^CURRENT$/), 'NOTHING\n'),
	},
	{
		name: 'the whole folder deleted',
		backEnd: 'LevelDB',
		harm: (f) => rmSync(f, { recursive: true }),
	},
	{
		name: 'header: garbage',
		backEnd: 'SQLite',
		harm: (f) => overwrite(largest(f), 0, 100),
	},
	{ name: 'pages: garbage from the second on', backEnd: 'SQLite', harm: (f) => garble(largest(f)) },
	{ name: 'pages: cut in half', backEnd: 'SQLite', harm: (f) => cut(largest(f)) },
];

/** The newest file of that name. */
function file(folder: string, name: RegExp): string {
	const found = readdirSync(folder)
		.filter((each) => name.test(each))
		.sort()
		.at(-1);
	if (found === undefined)
		throw new Error(`No ${name.source} in ${readdirSync(folder).join(', ')}.`);
	return join(folder, found);
}

function largest(folder: string): string {
	const paths = readdirSync(folder).map((name) => join(folder, name));
	const [first] = paths.sort((a, b) => statSync(b).size - statSync(a).size);
	if (first === undefined) throw new Error(`Nothing in ${folder}.`);
	return first;
}

function flip(path: string, every: number): void {
	const bytes = readFileSync(path);
	for (let index = every; index < bytes.length; index += every)
		bytes[index] = (bytes[index] ?? 0) ^ 0x10;
	writeFileSync(path, bytes);
}

function cut(path: string): void {
	truncateSync(path, Math.floor(statSync(path).size / 2));
}

/** Over everything but the first 4 kB of a larger file, or all of a small one. */
function garble(path: string): void {
	const { size } = statSync(path);
	const from = size > 8192 ? 4096 : 0;
	overwrite(path, from, size - from);
}

function overwrite(path: string, from: number, length: number): void {
	const open = openSync(path, 'r+');
	writeSync(open, Buffer.alloc(length, 'garbage '), 0, length, from);
	closeSync(open);
}
