import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { build } from 'vite';
import { articles } from './vite-plugin.ts';

let root: string;

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'articles-'));
	await mkdir(join(root, 'content'));
	await writeFile(join(root, 'main.js'), "export { default } from './content/sides.md';");
});

afterEach(() => rm(root, { recursive: true }));

/** The code of a bundle that has the article in it. */
async function buildWith(article: string): Promise<string> {
	await writeFile(join(root, 'content/sides.md'), article);
	const output = await build({
		root,
		configFile: false,
		logLevel: 'silent',
		plugins: [articles()],
		build: { write: false, minify: false, lib: { entry: 'main.js', formats: ['es'] } },
	});
	const bundles = [output].flat();
	return bundles
		.flatMap((bundle) => ('output' in bundle ? bundle.output : []))
		.map((chunk) => ('code' in chunk ? chunk.code : ''))
		.join('');
}

test('an article is a module whose default export is its deck and notes', async () => {
	const code = await buildWith('---\ntitle: Sides\n---\n\n## Lines\n\nKnow the ==cue==. ^cue');
	const module: unknown = await import(`data:text/javascript,${encodeURIComponent(code)}`);
	expect(module).toMatchObject({
		default: { deck: { id: 'sides', name: 'Sides' }, notes: [{ id: 'sides.cue' }] },
	});
});

test('problems fail the build, all of them listed with their places', async () => {
	const broken = buildWith('---\ntitle: Sides\n---\n\n## Lines\n\nQ: Who?\n\nKnow the ==cue.');
	await expect(broken).rejects.toThrow(
		/content\/sides\.md:7:1 This question has no answer\..*\ncontent\/sides\.md:9:10 This mark has no partner\./,
	);
});
