import { expect, onTestFinished, test } from 'vitest';
import { builtInArticles } from '#lib/content/built-in.ts';
import { createMemoryModel } from '#lib/domain/memory/fsrs.ts';
import { choices } from '#lib/domain/scheduling/choices.ts';
import { edited, type Stamped } from '#lib/domain/merge/record.ts';
import { RESTORED_STAMP } from '#lib/domain/merge/restored-stamp.ts';
import { momentOf } from '#lib/domain/time/moment.ts';
import { decodeBackup, encodeBackup } from '#lib/exchange/backup.ts';
import { openDatabase } from '#lib/storage/database/open-database.ts';
import { Store } from '#lib/storage/store.ts';
import { readBackup } from './read-backup.ts';

const clock = { now: () => Date.UTC(2026, 10, 2, 9), utcOffsetMinutes: () => 60 };

async function openStore(): Promise<Store> {
	const name = `round trip ${crypto.randomUUID()}`;
	const db = await openDatabase({ name });
	const store = new Store(db, clock, (count) => crypto.getRandomValues(new Uint8Array(count)));
	onTestFinished(() => {
		store.close();
		indexedDB.deleteDatabase(name);
	});
	return store;
}

async function reviewed(): Promise<Store> {
	const store = await openStore();
	await store.seed(await builtInArticles());
	const moment = momentOf(clock, 4);
	const settings = await store.changeSettings({ newPerDay: 25, voice: 'Ana' });
	const model = createMemoryModel(settings.parameters);
	const { fresh } = await store.gather(null, moment);
	for (const [index, card] of fresh.entries()) {
		const rating = ([1, 2, 3, 4] as const)[index % 4] ?? 3;
		const outcome = choices(card, moment, settings, model)[rating];
		await store.answer({ card, moment, rating, outcome, durationMs: 3000, via: 'review' });
	}
	await store.undo(moment);
	return store;
}

test('a file, a wipe and a restore give the same collection and the same file', async () => {
	const store = await reviewed();
	const file = encodeBackup(await store.exportAll(), '2026-11-02T09:00:00.000Z');
	await store.wipe();
	expect((await store.exportAll()).cards).toEqual([]);
	const decoded = decodeBackup(file);
	if (!decoded.ok) throw new Error(decoded.problems.join(' '));
	await store.replaceAll(decoded.snapshot);
	expect(await store.exportAll()).toEqual(decoded.snapshot);
	expect(encodeBackup(await store.exportAll(), decoded.exportedAt) === file).toBe(true);
	await store.seed(await builtInArticles());
	expect(await store.exportAll()).toEqual(decoded.snapshot);
	expect(encodeBackup(await store.exportAll(), decoded.exportedAt) === file).toBe(true);
});

test('what was changed in a file by hand is there after a restore, and the rest is still the app’s', async () => {
	const store = await reviewed();
	const before = await store.exportAll();
	const file = JSON.parse(encodeBackup(before, '2026-11-02T09:00:00.000Z')) as {
		checksum?: string;
		decks: { name: string }[];
		notes: { tags: string[] }[];
	};
	const [deck, note] = [file.decks[0], file.notes[3]];
	if (!deck || !note) throw new Error('The built-in deck has notes.');
	delete file.checksum;
	deck.name = 'My callbacks';
	note.tags = ['monologue'];
	const edit = new File([JSON.stringify(file)], 'edited.json');
	const progress = () => undefined;
	const { signal } = new AbortController();
	const read = await readBackup({ inMemory: false, store }, edit, progress, signal);
	if (!read.ok) throw new Error(read.problem.summary);
	await read.backup.restore(progress, signal);
	read.backup.close();
	const restored = await store.exportAll();
	await store.seed(await builtInArticles());
	const after = await store.exportAll();
	const changed = <T extends object>(record: Stamped<T> | undefined, changes: Partial<T>) =>
		record && edited(record, changes, RESTORED_STAMP);
	expect(after).toEqual(restored);
	expect(after).toEqual({
		...before,
		decks: [changed(before.decks[0], { name: 'My callbacks' }), ...before.decks.slice(1)],
		notes: before.notes.map((each, index) =>
			index === 3 ? changed(each, { tags: ['monologue'] }) : each,
		),
	});
});

test('another browser that restores the file writes the same file', async () => {
	const file = encodeBackup(await (await reviewed()).exportAll(), '2026-11-02T09:00:00.000Z');
	const decoded = decodeBackup(file);
	if (!decoded.ok) throw new Error(decoded.problems.join(' '));
	const other = await openStore();
	await other.replaceAll(decoded.snapshot);
	expect(await other.exportAll()).toEqual(decoded.snapshot);
	expect(encodeBackup(await other.exportAll(), decoded.exportedAt) === file).toBe(true);
});
