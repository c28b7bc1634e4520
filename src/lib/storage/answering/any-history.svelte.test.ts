import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Rating } from '#lib/domain/log/event.ts';
import { replay } from '#lib/domain/log/replay.ts';
import { createMemoryModel } from '#lib/domain/memory/fsrs.ts';
import { totalsOf } from '#lib/domain/statistics/totals-of.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { cardRow } from '#lib/storage/database/card-row.ts';
import {
	article,
	bench,
	DAY,
	DECK,
	MINUTE,
	rate,
	tab,
	type Bench,
} from '#lib/storage/testing/testing-store.ts';

type Act =
	| { readonly act: 'rate'; readonly card: number; readonly rating: Rating }
	| {
			readonly act: 'expect' | 'suspend' | 'unsuspend' | 'bury' | 'bring' | 'practise';
			readonly card: number;
	  }
	| { readonly act: 'undo' }
	| { readonly act: 'pass'; readonly ms: number };

const card = fc.integer({ min: 0, max: 3 });
const act: fc.Arbitrary<Act> = fc.oneof(
	{
		weight: 5,
		arbitrary: fc.record({
			act: fc.constant('rate' as const),
			card,
			rating: fc.constantFrom<Rating>(1, 2, 3, 4),
		}),
	},
	{
		weight: 3,
		arbitrary: fc.record({
			act: fc.constantFrom('expect', 'suspend', 'unsuspend', 'bury', 'bring', 'practise'),
			card,
		}),
	},
	{ weight: 3, arbitrary: fc.record({ act: fc.constant('undo' as const) }) },
	{
		weight: 2,
		arbitrary: fc.record({
			act: fc.constant('pass' as const),
			ms: fc.constantFrom(MINUTE, 11 * MINUTE, DAY, 9 * DAY, -5 * DAY),
		}),
	},
);

async function perform(on: Bench, step: Act): Promise<unknown> {
	const { store, clock } = on;
	if (step.act === 'pass') {
		clock.pass(step.ms);
		return;
	}
	const moment = clock.moment();
	if (step.act === 'undo') return store.undo(moment);
	const target = (await store.cardsOf(DECK))[step.card];
	if (!target) throw new Error('The card is gone.');
	switch (step.act) {
		case 'rate':
			return rate(on, target, step.rating);
		case 'expect':
			return store.expectAnswer(target, moment.studyDay);
		case 'suspend':
			return store.suspend(target.id, moment);
		case 'unsuspend':
			return store.unsuspend(target.id, moment);
		case 'bury':
			return store.bury(target.id, moment);
		case 'bring':
			return store.bringForward(target.id, moment);
		case 'practise': {
			const { id: cardId, deckId } = target;
			const result = { drill: 'match', rating: 3, durationMs: 5, confusedWith: null } as const;
			return store.practice({ cardId, deckId, moment, ...result });
		}
	}
}

test('after any history, in two tabs, cards equal replay and totals equal the log', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(act, { maxLength: 60 }), async (steps) => {
			const one = await bench();
			const other = await tab(one);
			await one.store.seed([article(4)]);
			for (const [index, step] of steps.entries()) await perform(index % 3 ? one : other, step);
			await checkRows(one);
		}),
		{ numRuns: 50 },
	);
}, 120_000);

async function checkRows({ store, db }: Bench): Promise<void> {
	const { parameters } = await store.settings();
	const model = createMemoryModel(parameters);
	const log = await store.sessionEvents(0);
	expect(log.map(({ sequence }) => sequence)).toEqual(log.map((_, index) => index + 1));
	expect(log.map(({ id }) => id)).toEqual(log.map(({ id }) => id).sort());
	for (const row of await db.cards.toArray()) {
		const events = await store.eventsOf(row.id);
		const { queue, rank, ...stored } = row;
		const replayed = { ...stored, ...replay(events, model) };
		expect(stored).toEqual(replayed);
		const brought = events.find(({ id }) => id === replayed.head)?.kind === 'reschedule';
		expect({ queue, rank }).toMatchObject(pick(cardRow(replayed, brought)));
	}
	expect(await store.totals(-1e6 as StudyDay, 1e6 as StudyDay)).toEqual(totalsOf(log));
}

function pick({ queue, rank }: ReturnType<typeof cardRow>) {
	return { queue, rank };
}
