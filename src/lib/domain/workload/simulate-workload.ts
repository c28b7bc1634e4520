import { curveOf, intervalDays } from '#lib/domain/optimizer/curve.ts';
import { ModelStep } from '#lib/domain/optimizer/model-step.ts';
import { seededRandom } from '#lib/domain/optimizer/seeded-random.ts';
import type { WorkloadInput, WorkloadPoint } from './workload-input.ts';

/** How far ahead is looked, in days. */
export const HORIZON_DAYS = 365;
/** Lives that are simulated at each retention: a small collection is lived through several times, a large one in part. */
const LIVES = 3000;

/** 0.70 to 0.97, a hundredth apart. */
export const retentions: readonly number[] = Array.from(
	{ length: 28 },
	(_, index) => (70 + index) / 100,
);

/**
 * A year of this collection at each of some desired retentions. Every card is answered on the day it is due, as the
 * parameters foretell; new ones come at the daily limit. Each life has its own luck, the same at every retention,
 * so that the curve is smooth and the same input gives the same answer.
 */
export function simulateWorkload(
	input: WorkloadInput,
	at: readonly number[] = retentions,
): WorkloadPoint[] {
	return at.map((retention) => yearAt(input, retention));
}

interface Tally {
	answers: number;
	seconds: number;
	begun: number;
	recalled: number;
}

function yearAt(input: WorkloadInput, retention: number): WorkloadPoint {
	const tally: Tally = { answers: 0, seconds: 0, begun: 0, recalled: 0 };
	const model = new ModelStep(input.parameters);
	const curve = curveOf(input.parameters[20] ?? 0.5);
	const known = input.stability.length;
	const startable = Math.min(input.fresh, Math.floor(input.newPerDay * HORIZON_DAYS));
	const cards = known + startable;
	const lives = cards === 0 ? 0 : Math.max(LIVES, 1);
	for (let life = 0; life < lives; life++) {
		const card = cards <= LIVES ? life % cards : Math.floor((life * cards) / LIVES);
		const random = seededRandom(input.seed * 1_000_003 + life * 7919);
		let day: number;
		let last: number;
		if (card < known) {
			model.stability = input.stability[card] ?? 1;
			model.difficulty = input.difficulty[card] ?? 5;
			last = -(input.elapsed[card] ?? 0);
			day = Math.max(0, input.dueIn[card] ?? 0);
		} else {
			day = Math.floor((card - known) / input.newPerDay);
			last = day;
			begin(model, pick(input.shares.first, random()) + 1);
			tally.answers++;
			tally.seconds += input.seconds.fresh;
			day += interval(model);
		}
		while (day < HORIZON_DAYS) {
			const recall = model.retrievability(day - last);
			const isRecalled = random() < recall;
			const rating = isRecalled ? pick(input.shares.passed, random()) + 2 : 1;
			// Time for a same-day step after a lapse is in its seconds.
			model.next(day - last, rating, recall);
			if (!isRecalled) model.next(0, 3, 1);
			tally.answers++;
			tally.seconds += isRecalled ? input.seconds.remembered : input.seconds.forgotten;
			last = day;
			day += interval(model);
		}
		tally.begun++;
		tally.recalled += model.retrievability(HORIZON_DAYS - last);
	}
	return pointOf(retention, tally, cards);

	function interval({ stability }: ModelStep): number {
		const days = Math.round(intervalDays(curve, stability, retention));
		return Math.min(Math.max(days, 1), input.maximumIntervalDays);
	}
}

/** A first answer; Again and Hard and Good are followed by a right one in the learning steps. */
function begin(model: ModelStep, rating: number): void {
	model.start(rating);
	if (rating < 4) model.next(0, 3, 1);
}

function pointOf(retention: number, { answers, seconds, begun, recalled }: Tally, cards: number) {
	const eachStandsFor = begun > 0 ? cards / begun : 0;
	return {
		retention,
		cardsPerDay: (answers * eachStandsFor) / HORIZON_DAYS,
		minutesPerDay: (seconds * eachStandsFor) / 60 / HORIZON_DAYS,
		remembered: begun > 0 ? recalled / begun : 0,
	};
}

/** The place in shares that add up to 1 where a number from 0 up to 1 falls. */
function pick(shares: readonly number[], draw: number): number {
	let sum = 0;
	for (const [place, share] of shares.entries()) {
		sum += share;
		if (draw < sum) return place;
	}
	return shares.length - 1;
}
