import { defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { createFastMemory } from '#lib/domain/programme/fast-memory.ts';
import { expectedSeconds, Learner, seconds, type Truth } from './learner.ts';
import { plainFsrs, type Policy } from './policies.ts';
import { random } from './random.ts';
import { isStudyDay, type StudyDays } from './study-days.ts';

/** What the app believes of every learner. */
export const model = createFastMemory(defaultParameters);

export interface Setting {
	readonly cards: number;
	readonly days: number;
	/** Whether the learner is as the app believes. */
	readonly isTrue: boolean;
	/** Every how many days there is study; 1 where nothing is said. */
	readonly every?: number;
}

export interface Result {
	readonly minutes: number;
	readonly peakMinutes: number;
	/** Mean true retrievability on the day. */
	readonly recall: number;
	/** The same thirty days later, without any study between. */
	readonly recallLater: number;
	/** Most cards due on one day of the thirty after the audition, with normal scheduling at 0.9. */
	readonly peakDueAfter: number;
}

/** Seeds that are the same for every policy, so that they meet the same learners. */
export function simulateMany(
	policy: Policy,
	setting: Setting,
	budgetSeconds: number,
	learners: number,
	firstSeed = 1000,
): Result[] {
	return Array.from({ length: learners }, (_, index) =>
		simulate(policy, setting, budgetSeconds, firstSeed + index),
	);
}

function simulate(policy: Policy, setting: Setting, budget: number, seed: number): Result {
	const { days, every = 1 } = setting;
	const course = { days, every };
	const learner = preparedLearner(setting, seed);
	const spent = Array.from({ length: days }, (_, day) =>
		isStudyDay(day, course) ? studyDay(learner, policy, day, course, budget) : 0,
	);
	const recall = learner.meanRecall(days);
	const recallLater = learner.meanRecall(days + 30);
	return {
		minutes: spent.reduce((a, b) => a + b, 0) / 60,
		peakMinutes: Math.max(...spent) / 60,
		recall,
		recallLater,
		peakDueAfter: peakDueAfter(learner, days),
	};
}

/** Studies what the policy chooses, as far as the day's seconds are expected to last. */
function studyDay(
	learner: Learner,
	policy: Policy,
	day: number,
	course: StudyDays,
	budget: number,
): number {
	let spent = 0;
	for (let goesOn = true; goesOn;) {
		goesOn = false;
		for (const card of policy.choose(learner, day, course, spent)) {
			if (spent + expectedSeconds(learner, card, day) > budget) continue;
			spent += learner.study(card, day);
			goesOn = policy.isAskedAgain && budget - spent >= seconds.remembered;
		}
	}
	return spent;
}

/**
 * Half of the cards are new; the others were begun some day in the last two months and studied by plain FSRS at 0.9.
 */
export function preparedLearner({ cards, isTrue }: Setting, seed: number): Learner {
	const learner = new Learner(cards, model, truthOf(seed, isTrue), seed);
	const numbers = random(seed + 99_991);
	const due = plainFsrs(model, 0.9);
	const before = { days: 0, every: 1 };
	const begins = learner.cards.map(() => -60 + Math.floor(59 * numbers.next()));
	for (let day = -60; day < 0; day++) {
		for (const card of learner.cards)
			if (card.index % 2 === 0 && begins[card.index] === day) learner.study(card, day);
		for (const card of due.choose(learner, day, before, 0))
			if (card.believed) learner.study(card, day);
	}
	return learner;
}

/** True parameters: each of the model's times a log-normal factor (σ 0.2); each card's stability times one of σ 0.7. */
function truthOf(seed: number, isTrue: boolean): Truth {
	if (isTrue) return { parameters: defaultParameters, sigma: 0, mixedRatings: false };
	const numbers = random(seed ^ 0x5bd1e995);
	const parameters = defaultParameters.map((w) => w * Math.exp(0.2 * numbers.normal()));
	return { parameters, sigma: 0.7, mixedRatings: true };
}

function peakDueAfter(learner: Learner, days: number): number {
	const normal = plainFsrs(model, 0.9);
	let peak = 0;
	for (let day = days; day < days + 30; day++) {
		const due = normal
			.choose(learner, day, { days, every: 1 }, 0)
			.filter(({ believed }) => believed);
		peak = Math.max(peak, due.length);
		for (const card of due) learner.study(card, day);
	}
	return peak;
}
