import { expect, test } from 'vitest';
import {
	allRows,
	article,
	bench,
	DECK,
	rate,
	type Bench,
} from '#lib/storage/testing/testing-store.ts';
import { checkCollection } from './check-collection.ts';
import { countMends, hasLoss } from './check-report.ts';
import { mendCollection } from './mend-collection.ts';

async function reviewed(): Promise<Bench> {
	const on = await bench();
	await on.store.seed([article(5)]);
	for (let round = 0; round < 3; round++) {
		for (const card of await on.store.cardsOf(DECK)) await rate(on, card, round === 1 ? 1 : 3);
		await on.store.undo(on.clock.moment());
		on.clock.pass(86_400_000);
	}
	return on;
}

test('a sound collection has nothing to mend', async () => {
	const on = await reviewed();
	const told: number[] = [];
	const report = await checkCollection(on.db, { progress: (done) => told.push(done) });
	expect(report).toMatchObject({ events: 18, damaged: 0, missing: 0, dangling: 0, moved: false });
	expect(countMends(report.mends)).toBe(0);
	expect(told.at(-1)).toBe(23);
});

test('whatever follows from events and notes is mended', async () => {
	const on = await reviewed();
	const before = await allRows(on.db);
	const [first, second, third] = await on.db.cards.toArray();
	if (!first || !second || !third) throw new Error('There are five.');
	await on.db.cards.put({ ...first, reps: 99 });
	await on.db.cards.delete(second.id);
	await on.db.cards.put({ ...third, id: `${third.id}x` as typeof third.id });
	await on.db.days.toCollection().modify({ answers: 1 });
	await on.db.devices.toCollection().modify({ hash: 4 });
	const report = await checkCollection(on.db);
	expect(hasLoss(report)).toBe(false);
	expect(report.mends.cards).toHaveLength(2);
	expect(report.mends.strayCards).toHaveLength(1);
	expect(await mendCollection(on.db, report)).toBe(true);
	expect(await allRows(on.db)).toEqual(before);
	expect(countMends((await checkCollection(on.db)).mends)).toBe(0);
});

test('damaged and missing events are told of', async () => {
	const on = await reviewed();
	const [first, second, third] = await on.db.events.toArray();
	if (!first || !second || !third) throw new Error('There are eighteen.');
	await on.db.events.put({ ...first, at: first.at + 1 });
	await on.db.events.bulkDelete([second.id, third.id]);
	const report = await checkCollection(on.db);
	expect(report).toMatchObject({ events: 16, damaged: 1, missing: 2 });
	expect(hasLoss(report)).toBe(true);
});

test('nothing is mended when something was committed since the check began', async () => {
	const on = await reviewed();
	const report = await checkCollection(on.db);
	const [card] = await on.store.cardsOf(DECK);
	if (!card) throw new Error('There is one.');
	await rate(on, card, 3);
	const before = await allRows(on.db);
	expect(await mendCollection(on.db, report)).toBe(false);
	expect(await allRows(on.db)).toEqual(before);
});

test('a check can be given up', async () => {
	const on = await reviewed();
	const signal = AbortSignal.abort(new Error('Given up.'));
	await expect(checkCollection(on.db, { signal })).rejects.toThrow('Given up.');
});
