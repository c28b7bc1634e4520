import { describe, expect, test } from 'vitest';
import { deckId } from '#lib/domain/cards/ids.ts';
import { makeDailyPlan } from '#lib/storage/planning/make-daily-plan.ts';
import {
	article,
	bench,
	DAY,
	DECK,
	rated,
	type Bench,
} from '#lib/storage/testing/testing-store.ts';
import { readNextAudition } from './next-audition.ts';
import { appOn } from './testing-app.ts';

async function day(cards: number) {
	const on = await bench();
	await on.store.seed([article(cards)]);
	return on;
}

const plan = ({ db, store, clock }: Bench) =>
	store.refreshPlan(clock.moment(), ({ moment }) =>
		makeDailyPlan(db, clock.utcOffsetMinutes, moment),
	);
const next = async (on: Bench) => readNextAudition(await appOn(on));

test('there is none by default', async () => {
	expect(await next(await day(1))).toBeNull();
});

describe('the next audition', () => {
	const save = ({ store, clock }: Bench, name: string, inDays: number, decks: string[] | null) =>
		store.saveAudition({
			id: null,
			name,
			at: clock.at + inDays * DAY,
			deckIds: decks?.map(deckId) ?? null,
		});

	test('is the soonest ahead, with the days that are left', async () => {
		const on = await day(3);
		await save(on, 'Over', -1, null);
		await save(on, 'Later', 9, null);
		await save(on, 'Soon', 2, null);
		expect(await next(on)).toMatchObject({
			audition: { name: 'Soon' },
			daysLeft: 2,
			readiness: null,
			minutesToday: null,
		});
		on.clock.pass(2 * DAY - 1);
		expect(await next(on)).toMatchObject({ audition: { name: 'Soon' }, daysLeft: 0 });
	});

	test('counts study days, so that tonight after midnight is still today', async () => {
		const on = await day(3);
		// It is ten in the morning; at three at night today is not over.
		await save(on, 'Late show', 17 / 24, null);
		expect((await next(on))?.daysLeft).toBe(0);
	});

	test('says what its plan promises and what is left of it today', async () => {
		const on = await day(12);
		await save(on, 'Own', 6, [DECK]);
		await plan(on);
		const goal = (await on.store.dailyPlan())?.plan?.goals[0];
		const before = await next(on);
		expect(before?.readiness).toBe(goal?.readiness.planned);
		expect(before?.minutesToday).toBeGreaterThan(0);

		const { due } = await on.store.gather(null, on.clock.moment());
		for (const card of due) await rated(on, card, 4);
		expect(await next(on)).toMatchObject({ minutesToday: 0 });
	});

	test('of decks without cards has no readiness', async () => {
		const on = await day(1);
		await save(on, 'Empty', 1, ['gone']);
		await plan(on);
		expect((await next(on))?.readiness).toBeNull();
	});
});
