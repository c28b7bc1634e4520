import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fitParameters } from '../../src/lib/domain/optimizer/fit-parameters.ts';
import type { Histories } from '../../src/lib/domain/optimizer/histories.ts';
import { simulatedHistories } from '../../src/lib/domain/optimizer/simulated-histories.ts';
import { trueParameterSets } from '../../src/lib/domain/optimizer/true-parameter-sets.ts';
import { heldOutLogLoss, splitTime } from '../bench/fit/held-out.ts';
import { historiesOfCsv } from '../bench/fit/histories-of-csv.ts';
import { oracleFit, oracleItems } from '../bench/fit/oracle.js';

const SAMPLE = '../shared/samples/reviews-one-learner.csv.gz';

const simulated = [1000, 20_000].flatMap((reviews) =>
	Object.entries(trueParameterSets).map(
		([name, truth]) =>
			[`${reviews} reviews, ${name}`, simulatedHistories(truth, reviews, reviews)] as const,
	),
);
const recorded = existsSync(SAMPLE)
	? [['one learner', historiesOfCsv(gunzipSync(readFileSync(SAMPLE)).toString())] as const]
	: [];

test.each<readonly [string, Histories]>([...simulated, ...recorded])(
	'what is fitted to %s foretells the reviews after it as well as what fsrs-rs fits',
	async (_, log) => {
		const before = splitTime(log, 0.8);
		const theirs = await oracleFit(oracleItems(log, before));
		const ours = fitParameters(log, { before, relearningSteps: 1 });
		expect(theirs).toHaveLength(21);
		const [native, own] = [theirs, ours].map((w) => heldOutLogLoss(log, before, w));
		expect(own).toBeLessThanOrEqual((native ?? NaN) * 1.005);
	},
);
