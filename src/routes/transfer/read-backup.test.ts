import { expect, test } from 'vitest';
import type { Snapshot } from '#lib/domain/merge/snapshot.ts';
import { encodeBackup } from '#lib/exchange/backup.ts';
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

async function problemOf(file: File) {
	const result = await readBackup(file);
	if (result.ok) throw new Error(`${file.name} was accepted.`);
	return result.problem;
}

test('a backup is read with its name and its date', async () => {
	const file = new File([encodeBackup(empty, exportedAt)], 'mine.json');
	expect(await readBackup(file)).toEqual({
		ok: true,
		backup: { fileName: 'mine.json', snapshot: empty, exportedAt },
	});
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
		size: { value: 512 * 1024 * 1024 + 1 },
		text: { value: () => Promise.reject(new Error('It was read.')) },
	});
	expect((await problemOf(file)).summary).toContain('larger than a backup can be (512 MB)');
});
