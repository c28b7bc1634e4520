import { Dexie } from 'dexie';
import { expect, onTestFinished, test } from 'vitest';
import type { DeviceId, EventId } from '#lib/domain/cards/ids.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import type { Snapshot } from '#lib/domain/merge/snapshot.ts';
import { uuidV7 } from '#lib/domain/time/uuid-v7.ts';
import { encodeBackup } from '#lib/exchange/backup.ts';
import { presentSentinel } from '#lib/storage/safety/present-sentinel.ts';
import {
	allRows,
	article,
	bench,
	DECK,
	firstCard,
	rate,
	rated,
	tab,
	type Bench,
} from '#lib/storage/testing/testing-store.ts';
import { JournalKeeper } from '#lib/workers/journal/keep-journal.ts';
import { Recovery } from '#lib/workers/recovery/recovery.ts';
import type { FileSummary } from './restore-messages.ts';
import { Restoring } from './restoring.ts';

const exportedAt = '2026-11-02T09:00:00.000Z';
const never = new AbortController().signal;

/** Six cards reviewed twice, one answer taken back. */
async function reviewed(): Promise<Bench> {
	const on = await bench();
	await on.store.seed([article(6)]);
	await on.store.changeSettings({ newPerDay: 7 });
	for (let round = 0; round < 2; round++) {
		for (const card of await on.store.cardsOf(DECK)) await rate(on, card, round === 0 ? 3 : 1);
	}
	await on.store.undo(on.clock.moment());
	return on;
}

function fileOf(snapshot: Snapshot): Blob {
	return new Blob([encodeBackup(snapshot, exportedAt)]);
}

function restoring(): Restoring {
	const made = new Restoring();
	onTestFinished(() => made.close());
	return made;
}

/** Has the file read, and restored until the signal says otherwise. */
async function restored(
	on: Bench,
	file: Blob,
	signal = never,
	progress: (done: number, of: number) => void = () => undefined,
): Promise<void> {
	const asked = restoring();
	await asked.read(file, [], () => undefined, never);
	await asked.restore(on.store, progress, signal);
}

test('a worker restores a file as the store itself restores what is in it', async () => {
	const on = await reviewed();
	const before = await on.store.exportAll();
	const told: number[] = [];
	const asked = restoring();
	const file = fileOf(before);
	const summary = await asked.read(file, [], (done, of) => told.push(done / of), never);
	const latestAt = Math.max(...before.reviews.map(({ at }) => at));
	expect(summary).toEqual<FileSummary>({ exportedAt, decks: 1, cards: 6, events: 13, latestAt });
	expect(told.at(-1)).toBe(1);
	await rated(on, await firstCard(on), 4);
	await asked.restore(on.store, (done, of) => told.push(done / of), never);
	expect(told.at(-1)).toBe(1);
	const byWorker = await allRows(on.db);
	expect(await on.store.exportAll()).toEqual({
		...before,
		devices: (await on.store.exportAll()).devices,
	});
	await on.store.replaceAll(before);
	const byStore = await allRows(on.db);
	expect({ ...byWorker, devices: [] }).toEqual({ ...byStore, devices: [] });
	expect(await on.store.undo(on.clock.moment())).toMatchObject({ undone: { kind: 'review' } });
});

test('this tab hears of it as its own change, another as another’s, and both go by the new settings', async () => {
	const on = await reviewed();
	const other = await tab(on);
	const file = fileOf(await on.store.exportAll());
	await on.store.changeSettings({ newPerDay: 3 });
	await expect.poll(() => other.store.settings()).toMatchObject({ newPerDay: 3 });
	const heard = new Promise((resolve) => {
		other.store.changes((change) => {
			if (change.part === 'everything') resolve(change.own);
		});
	});
	const own: boolean[] = [];
	on.store.changes(({ part, own: mine }) => part === 'everything' && own.push(mine), {
		own: true,
	});
	await restored(on, file);
	expect(await heard).toBe(false);
	expect(own).toEqual([true]);
	expect(await on.store.settings()).toMatchObject({ newPerDay: 7 });
	expect(await other.store.settings()).toMatchObject({ newPerDay: 7 });
});

test('what is no sound backup is refused with its reasons, and nothing changes', async () => {
	const on = await reviewed();
	const text = encodeBackup(await on.store.exportAll(), exportedAt);
	const before = await allRows(on.db);
	const asked = restoring();
	for (const [wrong, reason] of [
		[text.slice(0, -20), /not a complete JSON file/],
		[text.replace('"rating":3', '"rating":4'), /does not match|do not match/],
		['{}', /not a Green Room backup/],
	] as const) {
		const told = await asked.read(new Blob([wrong]), [], () => undefined, never);
		expect(told).toEqual([expect.stringMatching(reason)]);
	}
	await expect(asked.restore(on.store, () => undefined, never)).rejects.toThrow(
		'No backup was read.',
	);
	expect(await allRows(on.db)).toEqual(before);
});

test('given up at once, it changes nothing, and the next one goes well', async () => {
	const on = await reviewed();
	const file = fileOf(await on.store.exportAll());
	await rated(on, await firstCard(on), 4);
	const before = await allRows(on.db);
	const asked = restoring();
	await asked.read(file, [], () => undefined, never);
	const controller = new AbortController();
	const restore = asked.restore(on.store, () => undefined, controller.signal);
	controller.abort(new Error('Enough.'));
	await expect(restore).rejects.toThrow('Enough.');
	expect(await allRows(on.db)).toEqual(before);
	await restored(on, file);
	expect((await on.store.exportAll()).reviews).toHaveLength(13);
});

test('given up while events are being stored, it changes nothing', async () => {
	const on = await reviewed();
	const snapshot = await on.store.exportAll();
	const before = await allRows(on.db);
	const controller = new AbortController();
	const asked = restored(on, fileOf(withMany(snapshot)), controller.signal, (done, of) => {
		if (done > of / 2 && done < of) controller.abort(new Error('Enough.'));
	});
	await expect(asked).rejects.toThrow('Enough.');
	expect(await allRows(on.db)).toEqual(before);
});

/** The same, and what another device did thirty thousand times: some seconds of storing. */
function withMany(snapshot: Snapshot): Snapshot {
	const [first] = snapshot.reviews;
	if (!first) throw new Error('No event.');
	const { id: _id, device: _device, sequence: _sequence, ...rest } = first;
	const reviews = Array.from({ length: 30_000 }, (_, index) => ({
		...rest,
		id: uuidV7(first.at + index, new Uint8Array(10)) as EventId,
		device: 'elsewhere' as DeviceId,
		sequence: index + 1,
	}));
	return { ...snapshot, reviews: [...snapshot.reviews, ...(reviews as LogEvent[])] };
}

test('reading that is given up ends with the reason', async () => {
	const controller = new AbortController();
	const asked = restoring().read(new Blob(['{']), [], () => undefined, controller.signal);
	controller.abort(new Error('Enough.'));
	await expect(asked).rejects.toThrow('Enough.');
});

test('the journal follows: what was restored comes back from it', async () => {
	const on = await reviewed();
	const file = fileOf(await on.store.exportAll());
	await rated(on, await firstCard(on), 4);
	const keeper = new JournalKeeper(on.store, on.db, await presentSentinel(on.db), {
		lost: () => undefined,
		status: () => undefined,
	});
	onTestFinished(() => keeper.close());
	await expect.poll(() => keeper.status.state).toBe('kept');
	await restored(on, file);
	const after = await on.store.exportAll();
	await keeper.settled();
	const seen = await presentSentinel(on.db);
	expect(seen.generation).toBe(1);
	keeper.close();
	on.store.close();
	await Dexie.delete(on.name);
	const recovery = new Recovery();
	onTestFinished(() => recovery.close());
	expect(await recovery.look(on.name, seen)).toMatchObject({ inJournal: 13, missing: [] });
	await recovery.restore({ from: 'journal' }, on.clock.at);
	const again = await tab(on);
	expect((await again.store.exportAll()).reviews).toEqual(after.reviews);
});
