import { describe, expect, test } from 'vitest';
import type { Interval, Outcome } from '#lib/domain/log/event.ts';
import type { Scheduled } from './choices.ts';
import { daysOf, inReview, model, now, offer, scheduledCard, today } from './example-choices.ts';

const fresh = scheduledCard({});
const inSteps = (state: 'learning' | 'relearning', stepsLeft: number) =>
	inReview({ state, stepsLeft, due: { at: now.at }, lastReviewedDay: today });

describe('steps', () => {
	test.each<[string, Scheduled, number[], [string, string, string]]>([
		['a new card', fresh, [60, 600], ['1m', '5.5m', '10m']],
		['the first step', inSteps('learning', 2), [60, 600], ['1m', '5.5m', '10m']],
		['the last step', inSteps('learning', 1), [60, 600], ['1m', '10m', 'review']],
		['a middle step', inSteps('learning', 2), [60, 600, 3600], ['1m', '10m', '60m']],
		['a single step', fresh, [600], ['10m', '15m', 'review']],
		['a single long step', fresh, [4 * 86_400], ['4d', '5d', 'review']],
		['a single step of a day', fresh, [86_400], ['1d', '2d', 'review']],
		['a short step, then a day', fresh, [600, 86_400], ['10m', '725m', '1d']],
		['a day, then a short step', fresh, [86_400, 600], ['1d', '725m', '10m']],
		['two steps of days', fresh, [86_400, 3 * 86_400], ['1d', '2d', '3d']],
		['a step of half a minute', fresh, [30], ['0.5m', '0.75m', 'review']],
		['more steps left than there are', inSteps('learning', 9), [60, 600], ['1m', '5.5m', '10m']],
		[
			'no steps left where there are some',
			inSteps('learning', 0),
			[60, 600],
			['1m', '10m', 'review'],
		],
		['steps that were taken away', inSteps('learning', 2), [], ['review', 'review', 'review']],
		['no steps', fresh, [], ['review', 'review', 'review']],
	])('on %s Again, Hard and Good go where Anki’s go', (_name, from, steps, expected) => {
		const offered = offer(from, { learningStepsSeconds: steps });
		expect([offered[1], offered[2], offered[3]].map(shown)).toEqual(expected);
		expect(offered[4].state).toBe('review');
	});

	test('the steps left count the present one', () => {
		const steps = { learningStepsSeconds: [60, 600, 3600] };
		const left = (from: Scheduled) => {
			const offered = offer(from, steps);
			return [
				offered[1].stepsLeft,
				offered[2].stepsLeft,
				offered[3].stepsLeft,
				offered[4].stepsLeft,
			];
		};
		expect(left(fresh)).toEqual([3, 3, 2, 0]);
		expect(left(inSteps('learning', 2))).toEqual([3, 2, 1, 0]);
		expect(left(inSteps('learning', 1))).toEqual([3, 1, 0, 0]);
	});

	test('no step makes a leech of a card or suspends it', () => {
		for (const from of [fresh, inSteps('learning', 1), inSteps('relearning', 1)])
			for (const outcome of Object.values(offer(from)))
				expect(outcome).toMatchObject({ leech: false, suspended: false });
	});

	test('relearning follows its own steps', () => {
		const steps = { learningStepsSeconds: [60], relearningStepsSeconds: [600, 1200] };
		const offered = offer(inSteps('relearning', 2), steps);
		expect([offered[1], offered[2], offered[3]].map(shown)).toEqual(['10m', '15m', '20m']);
		expect([offered[1].state, offered[2].state, offered[3].state]).toEqual(
			Array(3).fill('relearning'),
		);
	});

	test('a review card meets relearning steps only when it is forgotten', () => {
		const offered = offer(inReview(), { relearningStepsSeconds: [600, 1200, 1800] });
		expect(offered[1]).toMatchObject({
			state: 'relearning',
			stepsLeft: 3,
			interval: { seconds: 600 },
		});
		expect([offered[2], offered[3], offered[4]].map(shown)).toEqual(Array(3).fill('review'));
	});

	test('a better rating is never sooner than a day-long step of a worse one', () => {
		const steps = { learningStepsSeconds: [4 * 86_400], relearningStepsSeconds: [9 * 86_400] };
		expect(daysOf(offer(fresh, steps))).toEqual([4, 5, 5, 8]);
		const weak = inReview({ memory: { stability: 0.1, difficulty: 9 }, lastReviewedDay: today });
		expect(daysOf(offer(weak, steps))).toEqual([9, 9, 10, 11]);
	});

	test('without relearning steps a forgotten card stays in review', () => {
		const again = offer(inReview(), { relearningStepsSeconds: [] })[1];
		expect(again.state).toBe('review');
		expect(again.stepsLeft).toBe(0);
		const { stability } = model.next({ stability: 10, difficulty: 5 }, 10, 1);
		expect(again.interval).toEqual({ days: Math.round(stability) });
	});
});

function shown({ state, interval }: Outcome): string {
	return state === 'review' ? 'review' : inWords(interval);
}

function inWords(interval: Interval): string {
	return 'days' in interval ? `${interval.days}d` : `${interval.seconds / 60}m`;
}
