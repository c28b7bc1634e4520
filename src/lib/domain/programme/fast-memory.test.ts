import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMemoryModel, defaultParameters } from '#lib/domain/memory/fsrs.ts';
import type { Rating } from '#lib/domain/memory/rating.ts';
import { createFastMemory } from './fast-memory.ts';

const rating = fc.constantFrom<Rating[]>(1, 2, 3, 4);
const state = fc.record({
	stability: fc.double({ min: Math.log(0.01), max: Math.log(20_000), noNaN: true }).map(Math.exp),
	difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
});
const parameters = fc
	.array(fc.double({ min: 0.8, max: 1.25, noNaN: true }), { minLength: 21, maxLength: 21 })
	.map((factors) => defaultParameters.map((w, index) => w * (factors[index] ?? 1)));

function close(actual: number, expected: number) {
	// ts-fsrs rounds to eight decimals, at each step.
	expect(Math.abs(actual - expected)).toBeLessThan(1e-6 + 1e-5 * Math.abs(expected));
}

test('the fast arithmetic gives what the memory model gives', () => {
	fc.assert(
		fc.property(
			parameters,
			state,
			fc.integer({ min: 1, max: 2000 }),
			rating,
			(w, { stability, difficulty }, days, grade) => {
				const model = createMemoryModel(w);
				const fast = createFastMemory(w);
				const recall = fast.retrievability(stability, days);
				close(recall, model.retrievability({ stability, difficulty }, days));
				const after = model.next({ stability, difficulty }, days, grade);
				close(fast.stabilityAfter(stability, difficulty, recall, grade), after.stability);
				close(fast.difficultyAfter(difficulty, grade), after.difficulty);
				const sameDay = model.next({ stability, difficulty }, 0, grade);
				close(fast.stabilitySameDay(stability, grade), sameDay.stability);
				const first = model.next(null, 0, grade);
				close(fast.first(grade).stability, first.stability);
				close(fast.first(grade).difficulty, first.difficulty);
				close(fast.intervalDays(stability, 0.9), model.intervalDays(stability, 0.9));
			},
		),
		{ numRuns: 1000 },
	);
});
