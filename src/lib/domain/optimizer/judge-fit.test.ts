import { describe, expect, test } from 'vitest';
import { defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { describeGain, shareGained } from './describe-fit.ts';
import { fitParameters } from './fit-parameters.ts';
import { isFitRecord, type FitRecord } from './fit-record.ts';
import { usableReviews, type Histories } from './histories.ts';
import { judgeFit, type FitFacts } from './judge-fit.ts';
import { parameterRanges } from './parameter-range.ts';
import { simulatedHistories } from './simulated-histories.ts';
import { eventsUntilFit } from './time-to-fit.ts';
import { trueParameterSets } from './true-parameter-sets.ts';

const empty: Histories = {
	starts: Int32Array.of(0),
	ratings: new Uint8Array(),
	gaps: new Float64Array(),
	times: new Float64Array(),
};
const simulated = (name: string, reviews: number, seed = 1) =>
	simulatedHistories(trueParameterSets[name] ?? defaultParameters, reviews, seed);

/** The first histories that hold so many usable reviews at least. */
function withUsable(count: number): Histories {
	const all = simulated('slow', 400, 5);
	for (let histories = 1; ; histories++) {
		const part = { ...all, starts: all.starts.slice(0, histories + 1) };
		if (usableReviews(part).length >= count) return part;
	}
}

describe('a fit', () => {
	test('keeps the defaults under eight usable reviews, even of nothing at all', () => {
		expect(fitParameters(empty, { relearningSteps: 1 })).toEqual(defaultParameters);
		expect(fitParameters(withUsable(1), { relearningSteps: 1 })).toEqual(defaultParameters);
	});

	test('moves only the initial stabilities under 64', () => {
		const few = withUsable(20);
		expect(usableReviews(few).length).toBeLessThan(64);
		const fitted = fitParameters(few, { relearningSteps: 1 });
		expect(fitted.slice(4)).toEqual(defaultParameters.slice(4));
		expect(fitted.slice(0, 4)).not.toEqual(defaultParameters.slice(0, 4));
	});

	test.each(Object.keys(trueParameterSets))(
		'to a “%s” learner stays in range, in order, and is the same each time',
		(name) => {
			const log = simulated(name, 3000);
			const told: number[] = [];
			const fitted = fitParameters(log, {
				relearningSteps: 1,
				progress: (done) => told.push(done),
			});
			expect(fitParameters(log, { relearningSteps: 1 })).toEqual(fitted);
			expect(fitted).toHaveLength(21);
			for (const [index, { lowest, highest }] of parameterRanges.entries()) {
				expect(fitted[index]).toBeGreaterThanOrEqual(lowest);
				expect(fitted[index]).toBeLessThanOrEqual(highest);
			}
			expect(fitted.slice(0, 4)).toEqual(fitted.slice(0, 4).toSorted((a, b) => a - b));
			expect(told).toEqual(told.toSorted((a, b) => a - b));
			expect(told.at(-1)).toBe(1);
		},
	);

	test('with several relearning steps bounds what they do', () => {
		const fitted = fitParameters(simulated('quick', 3000), { relearningSteps: 3 });
		const [w11 = 0, , w13 = 0, w14 = 0, , , w17 = 0, w18 = 0] = fitted.slice(11);
		const room = -(Math.log(w11) + Math.log(2 ** w13 - 1) + 0.3 * w14) / 3;
		expect(w17 * w18).toBeLessThanOrEqual(Math.max(room, 0.01) + 1e-9);
	});
});

describe('an offer', () => {
	const judge = (log: Histories, parameters = defaultParameters) =>
		judgeFit(log, { parameters, relearningSteps: 1 });

	test('is not made of too few reviews', () => {
		expect(judge(empty)).toEqual({ kind: 'too-few', reviews: 0, needed: 40 });
		expect(judge(withUsable(10)).kind).toBe('too-few');
	});

	test.each(['quick', 'slow'])(
		'is made to a “%s” learner, and foretells the reviews it has not seen better',
		(name) => {
			const verdict = judge(simulated(name, 20_000));
			if (verdict.kind !== 'better') throw new Error(`It is ${verdict.kind}.`);
			const { facts } = verdict;
			expect(facts.lossFitted).toBeLessThan(facts.lossNow);
			expect(facts.heldOut / facts.reviews).toBeCloseTo(0.2, 2);
			const off = (expected: number) => Math.abs(expected - facts.recalled);
			expect(off(facts.expectedFitted)).toBeLessThan(Math.max(0.03, off(facts.expectedNow)));
			expect(describeGain(facts)).toContain(
				`in your last ${facts.heldOut.toLocaleString('en')} reviews`,
			);
			expect(shareGained(facts)).toBeGreaterThan(0);
		},
	);

	test('is not made where the parameters in force are the true ones', () => {
		for (const name of ['usual', 'quick']) {
			const verdict = judge(simulated(name, 3000, 7), trueParameterSets[name]);
			expect(verdict.kind).toBe('no-better');
		}
	});
});

test('what a fit gains is told card by card, and no average speaks against it', () => {
	const facts: FitFacts = {
		reviews: 6000,
		heldOut: 1234,
		recalled: 0.91,
		expectedNow: 0.91,
		expectedFitted: 0.892,
		lossNow: 0.3,
		lossFitted: 0.2877,
	};
	expect(describeGain(facts)).toBe(
		'Card by card, they come 4.1% closer to what happened in your last 1,234 reviews, which the fit had not seen. So each card comes back nearer to the moment you need it.',
	);
});

describe('another fit', () => {
	const facts: FitFacts = {
		reviews: 900,
		heldOut: 180,
		recalled: 0.9,
		expectedNow: 0.8,
		expectedFitted: 0.89,
		lossNow: 0.4,
		lossFitted: 0.36,
	};
	const record: FitRecord = { at: 1, events: 1000, facts, outcome: 'taken', previous: null };

	test('is suggested at 400 events, then after growth by half within bounds', () => {
		expect(eventsUntilFit(null, 0)).toBe(400);
		expect(eventsUntilFit(null, 400)).toBe(0);
		expect(eventsUntilFit(record, 1000)).toBe(500);
		expect(eventsUntilFit(record, 1500)).toBe(0);
		expect(eventsUntilFit({ ...record, events: 100 }, 300)).toBe(100);
		expect(eventsUntilFit({ ...record, events: 400 }, 400)).toBe(200);
		expect(eventsUntilFit({ ...record, events: 100_000 }, 100_000)).toBe(3000);
	});

	test('a record is told from what is none', () => {
		expect(isFitRecord(record)).toBe(true);
		expect(isFitRecord({ ...record, previous: defaultParameters, facts: null })).toBe(true);
		for (const broken of [
			null,
			'fit',
			{ ...record, at: NaN },
			{ ...record, outcome: 'lost' },
			{ ...record, previous: [1, 2] },
			{ ...record, facts: { ...facts, heldOut: '180' } },
		]) {
			expect(isFitRecord(broken)).toBe(false);
		}
	});
});
