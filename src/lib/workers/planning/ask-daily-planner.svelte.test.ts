import { expect, test } from 'vitest';
import { article, bench, DAY, DECK } from '#lib/storage/testing/testing-store.ts';
import { askDailyPlanner } from './ask-daily-planner.ts';

test('a worker reads the database and plans the day', async () => {
	const { store, clock } = await bench();
	await store.seed([article(20)]);
	const audition = await store.saveAudition({ id: null, name: 'Hedda', at: clock.at + 9 * DAY });
	await store.refreshPlan(clock.moment(), askDailyPlanner);
	const kept = await store.dailyPlan();
	expect(kept?.problem).toBeNull();
	expect(kept?.plan?.goals).toMatchObject([{ id: audition.id, cards: 20 }]);
	const ids = new Set((await store.cardsOf(DECK)).map(({ id }) => id));
	expect(kept?.plan?.today.every(({ id }) => ids.has(id))).toBe(true);
});
