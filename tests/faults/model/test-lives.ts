import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { seedOf } from '../numbers.ts';
import { actsOf } from './act.ts';
import { runSequence } from './run-sequence.ts';

const STEPS = 100;

/** The test that so many random lives of two devices go as a plain model says. @param name what its seed is printed under */
export function testLives(name: string, sequences: number): void {
	test(
		`${sequences} random lives of two devices go as a plain model says, and merge into one`,
		async () => {
			const seed = seedOf(name);
			let run = 0;
			await fc.assert(
				fc.asyncProperty(actsOf(STEPS), fc.nat(), async (acts, chance) => {
					await runSequence(`run ${run++}`, acts, chance);
				}),
				{ numRuns: sequences, seed, endOnFailure: false },
			);
			expect(run).toBeGreaterThanOrEqual(sequences);
		},
		24 * 3_600_000,
	);
}
