import type { Memory } from '#lib/domain/cards/card.ts';
import type { Rating } from '#lib/domain/memory/rating.ts';
import { createFastMemory, type FastMemory } from '#lib/domain/programme/fast-memory.ts';
import type { StudySeconds } from '#lib/domain/programme/plan-input.ts';
import { KNOWN_AT_FIRST } from '#lib/domain/programme/study-outcome.ts';
import { random, type Random } from './random.ts';

/** How a learner differs from what the app believes. */
export interface Truth {
	readonly parameters: readonly number[];
	/** Spread of the logarithm of each card's stability against what the parameters say. */
	readonly sigma: number;
	/** Whether a remembered card is sometimes rated Hard or Easy. */
	readonly mixedRatings: boolean;
}

/** A card: what is true of it and what the app believes. Days are whole, from the day the plan begins. */
export interface LearnerCard {
	readonly index: number;
	/** What the app believes; null for a new card. */
	believed: Memory | null;
	lastDay: number;
	actual: Memory | null;
	/** True stability = `actual` stability × this. */
	readonly factor: number;
	readonly chance: Random;
}

export const seconds: StudySeconds = { fresh: 30, remembered: 8, forgotten: 20 };

export class Learner {
	readonly cards: readonly LearnerCard[];
	readonly #model: FastMemory;
	readonly #true: FastMemory;
	readonly #truth: Truth;

	constructor(count: number, model: FastMemory, truth: Truth, seed: number) {
		this.#model = model;
		this.#truth = truth;
		this.#true = createFastMemory(truth.parameters);
		const numbers = random(seed);
		this.cards = Array.from({ length: count }, (_, index) => ({
			index,
			believed: null,
			lastDay: 0,
			actual: null,
			factor: Math.exp(truth.sigma * numbers.normal()),
			chance: random(Math.floor(numbers.next() * 2 ** 32)),
		}));
	}

	/** What the app believes. */
	believedRecall(card: LearnerCard, day: number): number {
		if (!card.believed) return 0;
		return this.#model.retrievability(card.believed.stability, day - card.lastDay);
	}

	recall(card: LearnerCard, day: number): number {
		if (!card.actual) return 0;
		return this.#true.retrievability(card.actual.stability * card.factor, day - card.lastDay);
	}

	meanRecall(day: number): number {
		return this.cards.reduce((sum, card) => sum + this.recall(card, day), 0) / this.cards.length;
	}

	/** Studies a card until it is known; gives the seconds that takes. */
	study(card: LearnerCard, day: number): number {
		if (!card.believed) {
			const known = card.chance.next() < KNOWN_AT_FIRST;
			for (const rating of known ? ([3, 3] as const) : ([1, 3, 3] as const))
				this.#rate(card, day, rating);
			return seconds.fresh;
		}
		const again = card.lastDay === day;
		if (card.chance.next() < this.recall(card, day)) {
			this.#rate(card, day, again ? 3 : this.#passing(card));
			return seconds.remembered;
		}
		this.#rate(card, day, 1);
		this.#rate(card, day, 3);
		return seconds.forgotten;
	}

	#passing(card: LearnerCard): Rating {
		if (!this.#truth.mixedRatings) return 3;
		const x = card.chance.next();
		return x < 0.1 ? 2 : x < 0.9 ? 3 : 4;
	}

	#rate(card: LearnerCard, day: number, rating: Rating): void {
		const days = day - card.lastDay;
		card.believed = after(this.#model, card.believed, days, rating, 1);
		card.actual = after(this.#true, card.actual, days, rating, card.factor);
		card.lastDay = day;
	}
}

function after(
	memory: FastMemory,
	before: Memory | null,
	days: number,
	rating: Rating,
	factor: number,
): Memory {
	if (!before) return memory.first(rating);
	const difficulty = memory.difficultyAfter(before.difficulty, rating);
	if (days === 0)
		return { stability: memory.stabilitySameDay(before.stability, rating), difficulty };
	const recall = memory.retrievability(before.stability * factor, days);
	return {
		stability: memory.stabilityAfter(before.stability, before.difficulty, recall, rating),
		difficulty,
	};
}

/** What the app expects a card to take. */
export function expectedSeconds(learner: Learner, card: LearnerCard, day: number): number {
	if (!card.believed) return seconds.fresh;
	const recall = learner.believedRecall(card, day);
	return recall * seconds.remembered + (1 - recall) * seconds.forgotten;
}
