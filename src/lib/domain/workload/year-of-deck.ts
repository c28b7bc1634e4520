import { curveOf, intervalDays } from '#lib/domain/optimizer/curve.ts';
import { ModelStep } from '#lib/domain/optimizer/model-step.ts';
import { seededRandom } from '#lib/domain/optimizer/seeded-random.ts';
import type { DeckLoad, WorkloadInput } from './workload-input.ts';

/** How far ahead is looked, in days. */
export const HORIZON_DAYS = 365;

/** What a year came to, for all cards of a deck: sums over its days, and how its cards stand at the end. */
export interface DeckYear {
	readonly answers: number;
	readonly seconds: number;
	/** Cards begun, how many of them would be recalled, and how many are overdue for the limit. */
	readonly cards: number;
	readonly recalled: number;
	readonly waiting: number;
}

interface Asked {
	/** Where the deck's cards begin in the columns. */
	readonly first: number;
	/** 0 to 1. */
	readonly retention: number;
	/** About how many cards to live through. */
	readonly lives: number;
}

/** A card on its way through the year. Days from today on. */
interface Life {
	readonly random: () => number;
	stability: number;
	difficulty: number;
	lastDay: number;
}

/** Lives through a year of a deck, of a small one several times, of a large one a part at that part of its limits. */
export function yearOfDeck(input: WorkloadInput, deck: DeckLoad, asked: Asked): DeckYear {
	const cards = deck.known + Math.min(deck.fresh, Math.floor(deck.newPerDay * HORIZON_DAYS));
	const sum = { answers: 0, seconds: 0, cards: 0, recalled: 0, waiting: 0 };
	if (cards === 0) return sum;
	const sample = Math.min(cards, Math.max(asked.lives, 1));
	const times = Math.max(1, Math.round(asked.lives / cards));
	for (let time = 0; time < times; time++) live(time);
	const eachStandsFor = cards / (sample * times);
	for (const name of Object.keys(sum) as (keyof typeof sum)[]) sum[name] *= eachStandsFor;
	return sum;

	function live(time: number): void {
		const model = new ModelStep(input.parameters);
		const curve = curveOf(input.parameters[20] ?? 0.5);
		const comesOn: Life[][] = Array.from({ length: HORIZON_DAYS }, () => []);
		const overdue: { readonly life: Life; readonly dueIn: number }[] = [];
		const lives: Life[] = [];
		const starting = new Map<number, Life[]>();
		for (let place = 0; place < sample; place++) {
			const card = Math.floor((place * cards) / sample);
			const seed = input.seed * 1_000_003 + (asked.first + place + time * sample) * 7919;
			const random = seededRandom(seed);
			const column = asked.first + card;
			if (card < deck.known) {
				const life: Life = {
					random,
					stability: input.stability[column] ?? 1,
					difficulty: input.difficulty[column] ?? 5,
					lastDay: -(input.elapsed[column] ?? 0),
				};
				lives.push(life);
				const dueIn = input.dueIn[column] ?? 0;
				if (dueIn <= 0) overdue.push({ life, dueIn });
				else comesOn[dueIn]?.push(life);
			} else {
				const day = Math.floor((card - deck.known) / deck.newPerDay);
				const life: Life = { random, stability: 0, difficulty: 0, lastDay: day };
				starting.set(day, [...(starting.get(day) ?? []), life]);
			}
		}
		overdue.sort((one, other) => one.dueIn - other.dueIn);
		comesOn[0] = [...overdue.map(({ life }) => life), ...(comesOn[0] ?? [])];

		// The longest overdue come first, as in the app.
		const queue: Life[] = [];
		let taken = 0;
		const limit = deck.reviewsPerDay * (sample / cards);
		for (let day = 0; day < HORIZON_DAYS; day++) {
			for (const life of comesOn[day] ?? []) queue.push(life);
			const before = Math.floor(limit * day);
			const today = Math.floor(limit * (day + 1)) - before;
			const end = Math.min(queue.length, taken + today);
			while (taken < end) {
				const life = queue[taken++];
				if (life) answer(life, day);
			}
			for (const life of starting.get(day) ?? []) begin(life, day);
		}
		sum.waiting += queue.length - taken;
		for (const life of lives) {
			sum.cards++;
			model.stability = life.stability;
			sum.recalled += model.retrievability(HORIZON_DAYS - life.lastDay);
		}

		function answer(life: Life, day: number): void {
			const { random } = life;
			const days = day - life.lastDay;
			model.stability = life.stability;
			model.difficulty = life.difficulty;
			const recall = model.retrievability(days);
			const isRecalled = random() < recall;
			model.next(days, isRecalled ? pick(input.shares.passed, random()) + 2 : 1, recall);
			// Time for a same-day step after a lapse is in its seconds.
			if (!isRecalled) model.next(0, 3, 1);
			sum.seconds += isRecalled ? input.seconds.remembered : input.seconds.forgotten;
			settle(life, day);
		}

		/** A first answer; Again and Hard and Good are followed by a right one in the learning steps. */
		function begin(life: Life, day: number): void {
			const rating = pick(input.shares.first, life.random()) + 1;
			model.start(rating);
			if (rating < 4) model.next(0, 3, 1);
			sum.seconds += input.seconds.fresh;
			lives.push(life);
			settle(life, day);
		}

		function settle(life: Life, day: number): void {
			sum.answers++;
			life.stability = model.stability;
			life.difficulty = model.difficulty;
			life.lastDay = day;
			const days = Math.round(intervalDays(curve, model.stability, asked.retention));
			const next = day + Math.min(Math.max(days, 1), input.maximumIntervalDays);
			comesOn[next]?.push(life);
		}
	}
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
