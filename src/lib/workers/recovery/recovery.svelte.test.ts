import { Dexie } from 'dexie';
import { expect, onTestFinished, test, vi } from 'vitest';
import { emptySentinel, type Sentinel } from '#lib/domain/safety/sentinel.ts';
import { encodeBackup } from '#lib/exchange/backup.ts';
import { presentSentinel } from '#lib/storage/safety/present-sentinel.ts';
import {
	article,
	bench,
	DECK,
	question,
	rate,
	tab,
	type Bench,
} from '#lib/storage/testing/testing-store.ts';
import { JournalKeeper } from '#lib/workers/journal/keep-journal.ts';
import type { Findings } from './recover-messages.ts';
import { Recovery } from './recovery.ts';

/** A collection of six cards, each rated twice, one answer taken back, a note of the person's own. */
async function collection(): Promise<{ on: Bench; seen: Sentinel; keeper: JournalKeeper }> {
	const on = await bench();
	const keeper = new JournalKeeper(on.store, on.db, await presentSentinel(on.db), {
		lost: () => undefined,
		status: () => undefined,
	});
	onTestFinished(() => keeper.close());
	await on.store.seed([article(6)]);
	await expect.poll(() => keeper.status.state).toBe('kept');
	await on.store.saveNote({ ...question(0), tags: ['mine'] });
	await on.store.changeSettings({ newPerDay: 7 });
	for (let round = 0; round < 2; round++) {
		for (const card of await on.store.cardsOf(DECK)) await rate(on, card, 3);
	}
	await on.store.undo(on.clock.moment());
	await keeper.settled();
	return { on, keeper, seen: await presentSentinel(on.db) };
}

function recovery(): Recovery {
	const made = new Recovery();
	onTestFinished(() => made.close());
	return made;
}

/** What a backup would hold, but for what only counts commits. */
async function held(on: Bench) {
	await on.store.seed([article(6)]);
	return on.store.exportAll();
}

test('an emptied database is restored in full from the journal, its undo stack included', async () => {
	const { on, keeper, seen } = await collection();
	const before = await held(on);
	keeper.close();
	on.store.close();
	await Dexie.delete(on.name);
	const asked = recovery();
	const found = await asked.look(on.name, emptySentinel);
	expect(found).toMatchObject({ seen: 13, inDatabase: 0, inJournal: 13, missing: [] });
	expect(found.contentSince).toBeNull();
	const told: number[] = [];
	const progress = (done: number, of: number) => told.push(done / of);
	expect(await asked.restore({ from: 'journal' }, on.clock.at, progress)).toMatchObject({
		restorable: 13,
	});
	expect(told.at(-1)).toBe(1);
	const again = await tab(on);
	expect(await held(again)).toEqual(before);
	const present = await presentSentinel(again.db);
	expect(present).toEqual({ ...seen, generation: 1 });
	expect(await again.store.undo(on.clock.moment())).toMatchObject({ undone: { kind: 'review' } });
});

test('rows that went missing in the middle come back from the journal', async () => {
	const { on, keeper, seen } = await collection();
	const before = await held(on);
	keeper.close();
	const rows = await on.db.events.toArray();
	await on.db.events.bulkDelete(rows.slice(2, 8).map(({ id }) => id));
	await on.db.notes.clear();
	on.store.close();
	const asked = recovery();
	expect(await asked.look(on.name, seen)).toMatchObject({ inDatabase: 7, restorable: 13 });
	await asked.restore({ from: 'journal' }, on.clock.at);
	expect(await held(await tab(on))).toEqual(before);
});

test('what no copy holds is named, and a backup file fills it in', async () => {
	const { on, keeper, seen } = await collection();
	const before = await held(on);
	keeper.close();
	on.store.close();
	await Dexie.delete(on.name);
	const root = await navigator.storage.getDirectory();
	// A worker that was ended holds its files a moment longer.
	await vi.waitFor(
		() => root.removeEntry(encodeURIComponent(on.name), { recursive: true }),
		15_000,
	);
	const asked = recovery();
	const found = await asked.look(on.name, seen);
	expect(found).toMatchObject({ seen: 13, restorable: 0, contentSince: 0 });
	expect(found.missing).toMatchObject([{ entries: 13, after: null, before: null }]);
	expect(await asked.restore({ from: 'file', file: new Blob(['{}']) }, on.clock.at)).toEqual([
		'This file is not a Green Room backup.',
	]);
	const file = new Blob([encodeBackup(before, new Date(on.clock.at).toISOString())]);
	const restored = (await asked.restore({ from: 'file', file }, on.clock.at)) as Findings;
	expect(restored).toMatchObject({ restorable: 13, missing: [] });
	expect(await held(await tab(on))).toEqual(before);
});

test('starting afresh is a choice, and counts as one', async () => {
	const { on, keeper, seen } = await collection();
	keeper.close();
	on.store.close();
	await Dexie.delete(on.name);
	const asked = recovery();
	await asked.look(on.name, seen);
	await asked.restore({ from: 'nothing' }, on.clock.at);
	const again = await tab(on);
	expect((await held(again)).reviews).toEqual([]);
	expect(await presentSentinel(again.db)).toMatchObject({ generation: 1, heads: {} });
});
