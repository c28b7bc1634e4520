import { ESLint } from 'eslint';
import { beforeAll, describe, expect, test } from 'vitest';
import ts from 'typescript-eslint';
import { rooms } from '../setup/rooms.js';

/** The project's own rules, without those that need types: the planted files don't exist. */
const eslint = new ESLint({
	overrideConfig: [
		ts.configs.disableTypeChecked,
		{ languageOptions: { parserOptions: { projectService: false } } },
	],
});

/** The rules that a file would break with this code. */
async function broken(filePath: string, code: string) {
	const [result] = await eslint.lintText(code, { filePath });
	return result?.messages.map(({ ruleId, message }) => ruleId ?? message);
}

// Loading every rule for the first time takes seconds on a busy machine.
beforeAll(() => broken('src/routes/Planted.svelte', ''), 60_000);

/** Where a planted file of a room stands. */
const planted = {
	domain: 'src/lib/domain/queue/planted.ts',
	content: 'src/lib/content/planted.ts',
	exchange: 'src/lib/exchange/planted.ts',
	storage: 'src/lib/storage/planted.ts',
	workers: 'src/lib/workers/planted.ts',
	state: 'src/lib/state/planted.svelte.ts',
	components: 'src/lib/components/planted.ts',
	routes: 'src/routes/planted.ts',
};

const mayImport: Record<keyof typeof planted, readonly string[]> = {
	domain: [],
	content: ['domain'],
	exchange: ['domain', 'content'],
	storage: ['domain', 'dexie'],
	workers: ['domain', 'exchange', 'storage'],
	state: ['domain', 'storage', 'svelte'],
	components: ['domain', 'svelte'],
	routes: [
		...['domain', 'content', 'exchange', 'storage', 'workers', 'state', 'components'],
		...['svelte', '$app/state'],
	],
};

const everything = [...Object.keys(planted), 'svelte', '$app/state', 'dexie', 'ts-fsrs', 'node:fs'];

test('every room of the table is proved here', () => {
	expect(Object.keys(planted).sort()).toEqual(Object.keys(rooms).sort());
});

describe.each(Object.entries(planted))('%s', (room, file) => {
	test.each(everything)(`and %s`, async (name) => {
		const source = name in planted ? inRoom(name) : name;
		const allowed = name === room || mayImport[room as keyof typeof planted].includes(name);
		expect(await broken(file, `export { thing } from '${source}';\n`)).toEqual(
			allowed ? [] : ['rooms/imports'],
		);
	});
});

function inRoom(room: string) {
	return room === 'routes' ? '#routes/thing.ts' : `#lib/${room}/thing.ts`;
}

describe('a forbidden import is found in every form', () => {
	test.each([
		`import '#lib/storage/store.ts';`,
		`import { store } from '#lib/storage/store.ts';\nstore();`,
		`import type { Store } from '#lib/storage/store.ts';\nexport type Mine = Store;`,
		`export * from '#lib/storage/store.ts';`,
		`export const store = await import('#lib/storage/store.ts');`,
		`export type Mine = import('#lib/storage/store.ts').Store;`,
		`import '../storage/store.ts';`,
		`import '/src/lib/storage/store.ts';`,
		`import '$lib/storage/store.ts';`,
		`import '#lib/store.ts';`,
		`import '#lib/routes/store.ts';`,
		`import '#storage/store.ts';`,
	])('%s', async (code) => {
		expect(await broken(planted.components, `${code}\n`)).toContain('rooms/imports');
	});

	test('in a component', async () => {
		const code = `<script lang="ts">\n\timport '#lib/storage/store.ts';\n</script>\n`;
		expect(await broken('src/lib/components/Planted.svelte', code)).toEqual(['rooms/imports']);
	});
});

test('only one file of the domain knows ts-fsrs', async () => {
	const code = `export { forgetting_curve } from 'ts-fsrs';\n`;
	expect(await broken('src/lib/domain/memory/fsrs.ts', code)).toEqual([]);
	expect(await broken('src/lib/domain/memory/other.ts', code)).toEqual(['rooms/imports']);
});

test('the domain knows no other package, and its tests do', async () => {
	const code = `export * from 'fast-check';\n`;
	expect(await broken('src/lib/domain/queue/planted.ts', code)).toEqual(['rooms/imports']);
	expect(await broken('src/lib/domain/queue/planted.test.ts', code)).toEqual([]);
});

test('state holds no markup', async () => {
	expect(await broken(planted.state, `export * from './Planted.svelte';\n`)).toEqual([
		'rooms/imports',
	]);
});

test('$app/stores is forbidden even in routes', async () => {
	expect(await broken(planted.routes, `export * from '$app/stores';\n`)).toEqual(['rooms/imports']);
});

describe('the domain is told the time and given its randomness', () => {
	test.each([
		['new Date()', 'no-restricted-syntax'],
		['Date()', 'no-restricted-syntax'],
		['Date.now()', 'no-restricted-properties'],
		['Math.random()', 'no-restricted-properties'],
		['performance.now()', 'no-restricted-globals'],
		['crypto.randomUUID()', 'no-restricted-globals'],
	])('%s', async (expression, rule) => {
		const code = `export const value = ${expression};\n`;
		expect(await broken(planted.domain, code)).toEqual([rule]);
		expect(await broken(planted.storage, code)).toEqual([]);
	});

	test('a date made from its argument is fine', async () => {
		expect(await broken(planted.domain, 'export const value = new Date(0);\n')).toEqual([]);
	});
});

describe('globals', () => {
	test.each([
		['domain', 'document', false],
		['domain', 'process', false],
		['domain', 'setTimeout', false],
		['domain', 'Math', true],
		['content', 'document', false],
		['content', 'TextEncoder', true],
		['workers', 'document', false],
		['workers', 'postMessage', true],
		['components', 'document', true],
	] as const)('%s and %s', async (room, name, allowed) => {
		expect(await broken(planted[room], `export const value = ${name};\n`)).toEqual(
			allowed ? [] : ['no-restricted-globals'],
		);
	});
});

describe('what no file may hold', () => {
	test.each([
		['export enum Rating {\n\tAgain,\n}', 'no-restricted-syntax'],
		['export let value: any;', '@typescript-eslint/no-explicit-any'],
		['export const value = [1].at(0)!;', '@typescript-eslint/no-non-null-assertion'],
		['// @ts-ignore\nexport const value = 1;', '@typescript-eslint/ban-ts-comment'],
		[
			'// @ts-expect-error: because it is so\nexport const value = 1;',
			'@typescript-eslint/ban-ts-comment',
		],
	])('%s', async (code, rule) => {
		for (const file of Object.values(planted))
			expect(await broken(file, `${code}\n`)).toContain(rule);
	});

	test('raw HTML', async () => {
		expect(await broken('src/lib/components/Planted.svelte', '{@html "<b>bold</b>"}\n')).toEqual([
			'svelte/no-at-html-tags',
		]);
	});
});
