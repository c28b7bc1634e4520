import { expect, test } from 'vitest';
import { defaultParameters } from '#lib/domain/memory/fsrs.ts';
import type { Snapshot } from '#lib/domain/merge/snapshot.ts';
import type { Scope } from '#lib/domain/statistics/scope.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { checkCollection } from '#lib/storage/safety/check-collection.ts';
import { mendCollection } from '#lib/storage/safety/mend-collection.ts';
import { keptStatistic } from '#lib/storage/statistics/kept-statistics.ts';
import {
	article,
	bench,
	DAY,
	DECK,
	rated,
	type Bench,
} from '#lib/storage/testing/testing-store.ts';
import { countStatistic } from './count-statistic.ts';

const quiet = () => undefined;
const all: Scope = { kind: 'all' };
const count = ({ clock }: Bench, scope: Scope) => ({
	scope,
	now: clock.now(),
	today: clock.moment().studyDay,
	parameters: defaultParameters,
});

/** Two cards, answered on three days; the note of the first carries a tag. */
async function studied(): Promise<Bench> {
	const on = await bench();
	await on.store.seed([article(4)]);
	const [note] = await on.store.notesOf(DECK);
	if (!note) throw new Error('The deck has notes.');
	await on.store.saveNote({ ...note, tags: ['monologue'] });
	for (let visit = 0; visit < 3; visit++) {
		for (const card of (await on.store.cardsOf(DECK)).slice(0, 2)) await rated(on, card, 4);
		on.clock.pass(30 * DAY);
	}
	return on;
}

test('cards are counted in all decks, in one, and by the tag of their notes', async () => {
	const on = await studied();
	const figures = (scope: Scope) => countStatistic(on.db, 'cards', count(on, scope), quiet);
	expect(await figures(all)).toMatchObject({ fresh: 2, remembering: 2 });
	expect(await figures({ kind: 'deck', deckId: DECK })).toMatchObject({ fresh: 2 });
	expect(await figures({ kind: 'tag', tag: 'monologue' })).toMatchObject({
		fresh: 0,
		remembering: 1,
	});
	expect(await (await on.store.statistics()).tags()).toEqual(['monologue']);
});

test('the totals from the events are those that were kept with every answer', async () => {
	const on = await studied();
	const totals = (scope: Scope) => countStatistic(on.db, 'totals', count(on, scope), quiet);
	const kept = await on.store.totals(0 as StudyDay, 1e6 as StudyDay);
	expect(kept).toHaveLength(3);
	expect(await totals(all)).toEqual(kept);
	const tagged = await totals({ kind: 'tag', tag: 'monologue' });
	expect(tagged.map(({ answers }) => answers)).toEqual([1, 1, 1]);
});

test('recall is compared for every review on a later day', async () => {
	const on = await studied();
	const shares: number[] = [];
	const found = await countStatistic(on.db, 'calibration', count(on, all), (share) =>
		shares.push(share),
	);
	expect(found.reviews).toBe(4);
	expect(found.logLoss).toBeGreaterThan(0);
	expect(shares.at(-1)).toBe(1);
});

test('a result is kept until something changes, and then still shown as what it was', async () => {
	const on = await studied();
	const asked = count(on, all);
	expect(await keptStatistic(on.db, 'cards', asked)).toBeNull();
	const value = await countStatistic(on.db, 'cards', asked, quiet);
	expect(await keptStatistic(on.db, 'cards', asked)).toEqual({ value, isCurrent: true });
	await on.store.undo(on.clock.moment());
	expect(await keptStatistic(on.db, 'cards', asked)).toEqual({ value, isCurrent: false });
	const anew = await countStatistic(on.db, 'cards', asked, quiet);
	expect(anew).not.toEqual(value);
});

test.each<[string, (on: Bench, early: Snapshot) => Promise<unknown>]>([
	['an older backup is restored', ({ store }, early) => store.replaceAll(early)],
	['everything is erased', ({ store }) => store.wipe()],
	[
		'cards are mended',
		async ({ db }) => {
			await db.cards.toCollection().modify({ lapses: 5 });
			expect(await mendCollection(db, await checkCollection(db))).toBe(true);
		},
	],
])('nothing that was counted stays when %s', async (_when, change) => {
	const on = await bench();
	await on.store.seed([article(2)]);
	const early = await on.store.exportAll();
	for (const card of await on.store.cardsOf(DECK)) await rated(on, card, 4);
	const asked = count(on, all);
	await countStatistic(on.db, 'cards', asked, quiet);
	await change(on, early);
	expect(await keptStatistic(on.db, 'cards', asked)).toBeNull();
});

test('what was counted is out of date when a merge fills a gap', async () => {
	const on = await bench();
	await on.store.seed([article(2)]);
	const theirs = await (await studied()).store.exportAll();
	const reviews = theirs.reviews.filter((_, index) => index !== 2);
	await on.store.merge({ ...theirs, reviews });
	const asked = count(on, all);
	await countStatistic(on.db, 'totals', asked, quiet);
	await on.store.merge(theirs);
	expect(await keptStatistic(on.db, 'totals', asked)).toMatchObject({ isCurrent: false });
});
