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
	await writeFile(join(root, 'main.js'), "export { version, load } from './content/sides.md';");
});

afterEach(() => rm(root, { recursive: true }));

const sound = '---\ntitle: Sides\n---\n\n## Lines\n\nKnow the ==cue==. ^cue';
const compiled = { deck: { id: 'sides', name: 'Sides' }, notes: [{ id: 'sides.cue' }] };

/** The code of a bundle that has the article in it, and the files beside it. @param ssr for Node, not for pages */
async function buildWith(article: string, ssr = false) {
	await writeFile(join(root, 'content/sides.md'), article);
	const built = await build({
		root,
		configFile: false,
		logLevel: 'silent',
		plugins: [articles()],
		build: {
			write: false,
			minify: false,
			...(ssr
				? { ssr: 'main.js' }
				: { rolldownOptions: { input: 'main.js', preserveEntrySignatures: 'strict' } }),
		},
	});
	const files = [built].flat().flatMap((bundle) => ('output' in bundle ? bundle.output : []));
	return {
		code: files.map((file) => ('code' in file ? file.code : '')).join(''),
		assets: files.flatMap((file) => ('source' in file ? [file] : [])),
	};
}

interface Article {
	readonly version: string;
	readonly load: () => Promise<unknown>;
}

const run = (code: string) =>
	import(`data:text/javascript,${encodeURIComponent(code)}`) as Promise<Article>;

test('where pages are made, an article is a module that has its deck and notes', async () => {
	const { code } = await buildWith(sound, true);
	expect(await (await run(code)).load()).toMatchObject(compiled);
});

test('a page fetches the deck and notes when it needs them', async () => {
	const { code, assets } = await buildWith(sound);
	expect(code).not.toContain('Know the');
	const [json] = assets;
	expect(json?.fileName).toMatch(/^assets\/sides-.*\.json$/);
	expect(JSON.parse(String(json?.source))).toMatchObject(compiled);
	expect(code).toContain(json?.fileName.split('/').at(-1));
});

test('another article has another version, the same the same', async () => {
	const versionOf = async (article: string) =>
		(await run((await buildWith(article, true)).code)).version;
	const version = await versionOf(sound);
	expect(await versionOf(sound)).toBe(version);
	expect(await versionOf(sound.replace('cue==', 'line=='))).not.toBe(version);
});

test('problems fail the build, all of them listed with their places', async () => {
	const broken = buildWith('---\ntitle: Sides\n---\n\n## Lines\n\nQ: Who?\n\nKnow the ==cue.');
	await expect(broken).rejects.toThrow(
		/content\/sides\.md:7:1 This question has no answer\..*\ncontent\/sides\.md:9:10 This mark has no partner\./,
	);
});
