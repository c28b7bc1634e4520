import { expect, test } from 'vitest';
import type { Audition } from '#lib/domain/audition/audition.ts';
import { buildQueue } from '#lib/domain/queue/build-queue.ts';
import { makeDailyPlan } from '#lib/storage/planning/make-daily-plan.ts';
import { article, bench, DAY, DECK, rate, type Bench } from '#lib/storage/testing/testing-store.ts';

async function planned(on: Bench, audition: Partial<Audition> = {}) {
	await on.store.saveAudition({
		id: null,
		name: 'Hedda',
		at: on.clock.at + 10 * DAY,
		...audition,
	});
	return refreshed(on);
}

async function refreshed({ store, db, clock }: Bench) {
	await store.refreshPlan(clock.moment(), ({ moment }) =>
		makeDailyPlan(db, clock.utcOffsetMinutes, moment),
	);
	const kept = await store.dailyPlan();
	if (!kept?.plan) throw new Error('Nothing was planned.');
	return kept.plan;
}

const tomorrowOf = ({ store, clock }: Bench, deckIds: readonly (typeof DECK)[] | null = null) =>
	store.dueTomorrow(clock.moment(), deckIds);

async function queueOf({ store, clock }: Bench) {
	const moment = clock.moment();
	const gathered = await store.gather(null, moment);
	const queue = buildQueue(gathered, gathered.limits, moment, await store.settings());
	return [...queue.front, ...queue.main, ...queue.learning];
}

test('of cards that an audition covers, tomorrow brings what the plan expects of it', async () => {
	const on = await bench();
	await on.store.seed([article(40)]);
	const { newPerDay } = await on.store.settings();
	expect(await tomorrowOf(on)).toBe(newPerDay);

	const plan = await planned(on, { minutesPerDay: 8 });
	const [, tomorrow] = plan.days;
	const expected = Math.round((tomorrow?.reviews ?? 0) + (tomorrow?.fresh ?? 0));
	expect(expected).toBeGreaterThan(newPerDay);
	expect(await tomorrowOf(on)).toBe(expected);
	expect(await tomorrowOf(on, [DECK])).toBe(expected);
});

test('what was told the evening before is about what the morning brings', async () => {
	const on = await bench();
	await on.store.seed([article(40)]);
	const plan = await planned(on, { minutesPerDay: 3 });
	for (const { id } of plan.today) {
		const card = await on.store.card(id);
		if (card) await rate(on, card, 4);
	}
	await refreshed(on);
	const told = await tomorrowOf(on);
	on.clock.pass(DAY);
	await refreshed(on);
	const morning = (await queueOf(on)).length;
	expect(morning).toBeGreaterThan(3);
	expect(Math.abs(told - morning)).toBeLessThanOrEqual(2);
});

test('cards that no audition covers come as they are scheduled, and are told by deck', async () => {
	const on = await bench();
	await on.store.seed([article(20)]);
	const notes = await on.store.notesOf(DECK);
	for (const note of notes.slice(0, 4)) await on.store.saveNote({ ...note, tags: ['hedda'] });
	await planned(on, { tags: ['hedda'], minutesPerDay: 0 });
	const { newPerDay } = await on.store.settings();
	expect(await tomorrowOf(on)).toBe(newPerDay);
	expect(await tomorrowOf(on, [])).toBe(0);
});

test('the day after the audition is scheduled normally', async () => {
	const on = await bench();
	await on.store.seed([article(20)]);
	await planned(on, { at: on.clock.at + 60_000, minutesPerDay: 0 });
	expect(await tomorrowOf(on)).toBe((await on.store.settings()).newPerDay);
});
