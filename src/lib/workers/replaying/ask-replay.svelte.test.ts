import { expect, test } from 'vitest';
import { createMemoryModel, defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { PreparedReplay } from '#lib/storage/log/prepared-replay.ts';
import {
	article,
	bench,
	DAY,
	DECK,
	rate,
	tab,
	type Bench,
} from '#lib/storage/testing/testing-store.ts';
import { readLog, wholeExtent } from '#lib/workers/journal/read-log.ts';
import { askReplay } from './ask-replay.ts';

const fitted = defaultParameters.with(2, 9).with(8, 2);

/** Six cards reviewed on three days, one answer taken back, one card suspended; two more never seen. */
async function reviewed(): Promise<Bench> {
	const on = await bench();
	await on.store.seed([article(8)]);
	for (let day = 0; day < 3; day++) {
		for (const card of (await on.store.cardsOf(DECK)).slice(0, 6)) {
			await rate(on, card, day === 1 ? 1 : 3);
		}
		on.clock.pass(DAY);
	}
	await on.store.undo(on.clock.moment());
	return on;
}

function replayed(on: Bench, signal = new AbortController().signal, told: number[] = []) {
	return askReplay(
		{ database: on.name, changes: { parameters: fitted }, now: on.clock.at },
		(done, of) => told.push(done / of),
		signal,
	);
}

test('the worker changes settings and every card as the store itself does', async () => {
	const on = await reviewed();
	const before = await on.db.cards.toArray();
	const told: number[] = [];
	await replayed(on, undefined, told);
	const byWorker = await on.db.cards.toArray();
	expect(byWorker).not.toEqual(before);
	expect((await on.store.settings()).parameters).toEqual(fitted);
	expect(Math.max(...told)).toBe(1);
	await on.store.changeSettings({ parameters: defaultParameters });
	expect(await on.db.cards.toArray()).toEqual(before);
	await on.store.changeSettings({ parameters: fitted });
	expect(await on.db.cards.toArray()).toEqual(byWorker);
});

test('other tabs hear of it', async () => {
	const on = await reviewed();
	const other = await tab(on);
	const heard = new Promise((resolve) => {
		other.store.changes(({ part }) => {
			if (part === 'everything') resolve(part);
		});
	});
	await replayed(on);
	expect(await heard).toBe('everything');
});

test('given up, it changes nothing', async () => {
	const on = await reviewed();
	const before = await on.db.cards.toArray();
	const controller = new AbortController();
	const asked = replayed(on, controller.signal);
	controller.abort(new Error('Enough.'));
	await expect(asked).rejects.toThrow('Enough.');
	expect((await on.store.settings()).parameters).toEqual(defaultParameters);
	expect(await on.db.cards.toArray()).toEqual(before);
});

test('what is answered between reading the log and storing is replayed as well', async () => {
	const on = await reviewed();
	const extent = await wholeExtent(on.db.backendDB());
	const log = await readLog(on.db.backendDB(), extent);
	const [first] = await on.store.cardsOf(DECK);
	if (!first) throw new Error('There are eight cards.');
	await rate(on, first, 4);
	const model = createMemoryModel(fitted);
	const read = { log, bases: [], through: extent.through };
	const prepared = new PreparedReplay(read, model, () => undefined);
	const { db } = on;
	await db.transaction('rw', [db.cards, db.bases, db.events, db.devices], async () => {
		await prepared.store(db, () => undefined);
	});
	const stored = await db.cards.toArray();
	await on.store.changeSettings({ parameters: fitted });
	expect(await db.cards.toArray()).toEqual(stored);
});
