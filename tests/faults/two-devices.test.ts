import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { actsOf } from './model/act.ts';
import { runSequence } from './model/run-sequence.ts';
import { seedOf, times } from './numbers.ts';

const SEQUENCES = times('MODEL', 300, 10_000);
const STEPS = 100;

test(
	`${SEQUENCES} random lives of two devices go as a plain model says, and merge into one`,
	async () => {
		const seed = seedOf('two-devices');
		let run = 0;
		await fc.assert(
			fc.asyncProperty(actsOf(STEPS), fc.nat(), async (acts, chance) => {
				await runSequence(`run ${run++}`, acts, chance);
			}),
			{ numRuns: SEQUENCES, seed, endOnFailure: false },
		);
		expect(run).toBeGreaterThanOrEqual(SEQUENCES);
	},
	24 * 3_600_000,
);
