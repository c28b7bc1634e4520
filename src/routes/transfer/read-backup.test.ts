import { expect, test } from 'vitest';
import type { Collection } from '#lib/domain/merge/collection.ts';
import type { Snapshot } from '#lib/domain/merge/snapshot.ts';
import { encodeBackup } from '#lib/exchange/backup.ts';
import type { App } from '#lib/state/app.svelte.ts';
import { readBackup } from './read-backup.ts';

const empty: Snapshot = {
	decks: [],
	notes: [],
	cards: [],
	bases: [],
	reviews: [],
	auditions: [],
	settings: [],
	devices: [],
};
const exportedAt = '2026-11-02T09:00:00.000Z';

/** An app that keeps everything in memory: no worker is needed. */
function inMemory(replaceWith: (collection: Collection) => Promise<void>) {
	return { inMemory: true, store: { replaceWith } } as unknown as App;
}

function read(file: File, app = inMemory(() => Promise.resolve()), signal?: AbortSignal) {
	return readBackup(app, file, () => undefined, signal ?? new AbortController().signal);
}

async function problemOf(file: File) {
	const result = await read(file);
	if (result.ok) throw new Error(`${file.name} was accepted.`);
	return result.problem;
}

test('without storage a backup is read and restored in the page', async () => {
	const file = new File([encodeBackup(empty, exportedAt)], 'mine.json');
	const restored: Collection[] = [];
	const result = await read(
		file,
		inMemory((collection) => Promise.resolve(void restored.push(collection))),
	);
	if (!result.ok) throw new Error(result.problem.summary);
	const { fileName, summary, restore } = result.backup;
	expect(fileName).toBe('mine.json');
	expect(summary).toEqual({ exportedAt, decks: 0, cards: 0, events: 0, latestAt: 0 });
	await restore(() => undefined, new AbortController().signal);
	const { reviews: _reviews, ...content } = empty;
	expect(restored).toMatchObject([{ content, log: { length: 0 } }]);
});

test('reading can be given up', async () => {
	const file = new File([encodeBackup(empty, exportedAt)], 'mine.json');
	await expect(read(file, undefined, AbortSignal.abort(new Error('Enough.')))).rejects.toThrow(
		'Enough.',
	);
});

test('a file of another kind is refused by name, and nothing is lost', async () => {
	const problem = await problemOf(new File(['Dear diary'], 'diary.txt'));
	expect(problem.summary).toMatch(/^diary\.txt: .*damaged, cut off or of another kind/);
	expect(problem.details).toEqual([]);
	expect(problem.advice).toContain('Your cards and reviews here are as they were.');
});

test('a file with many broken entries tells the first five and how many more there are', async () => {
	const decks = Array.from({ length: 8 }, (_, index) => ({ id: index }));
	const whole = JSON.parse(encodeBackup(empty, exportedAt)) as object;
	const text = JSON.stringify({ ...whole, decks, checksum: undefined });
	const { summary, details } = await problemOf(new File([text], 'broken.json'));
	expect(summary).toBe('broken.json: The backup has entries that cannot be read.');
	expect(details).toHaveLength(6);
	expect(details[0]).toContain('decks');
	expect(details[5]).toMatch(/^And \d+ more\.$/);
});

test('a file too large to be a backup is refused unread', async () => {
	const file = new File([], 'film.json');
	Object.defineProperties(file, {
		size: { value: 4 * 2 ** 30 + 1 },
		stream: {
			value: () => {
				throw new Error('It was read.');
			},
		},
	});
	expect((await problemOf(file)).summary).toContain('larger than a backup can be (4 GB)');
});
