import type { FastMemory } from '#lib/domain/programme/fast-memory.ts';
import type { Learner, LearnerCard } from './learner.ts';
import type { StudyDays } from './study-days.ts';

/** Which cards to study on a day, in order. `spent`: seconds studied on that day so far. */
export interface Policy {
	readonly name: string;
	/** Whether it is asked again when what it chose is done and time is left, as the app does. */
	readonly isAskedAgain: boolean;
	choose(learner: Learner, day: number, course: StudyDays, spent: number): readonly LearnerCard[];
}

/** Cards as they fall due, the weakest first, and new cards in even parts over the first third of the days. */
export function plainFsrs(model: FastMemory, retention: number): Policy {
	return {
		name: `FSRS ${retention.toFixed(2)}`,
		isAskedAgain: false,
		choose: (learner, day, course) => [
			...newOnes(learner, day, course),
			...weakestFirst(
				learner,
				day,
				learner.cards.filter((card) => isDue(card, day)),
			),
		],
	};

	function isDue({ believed, lastDay }: LearnerCard, day: number): boolean {
		if (!believed) return false;
		const interval = model.intervalDays(believed.stability, retention);
		return lastDay + Math.max(1, Math.round(interval)) <= day;
	}
}

/** Plain FSRS, and on the day before the audition every card. */
export function lastPass(model: FastMemory, retention: number): Policy {
	const before = plainFsrs(model, retention);
	return {
		name: `last pass ${retention.toFixed(2)}`,
		isAskedAgain: false,
		choose: (learner, day, course, spent) =>
			(day < course.days - 1 ? before : everyCard).choose(learner, day, course, spent),
	};
}

/** Every card every day, the weakest first. Within a daily budget: lowest retrievability first. */
export const everyCard: Policy = {
	name: 'every card daily',
	isAskedAgain: false,
	choose: (learner, day, course) => [
		...newOnes(learner, day, course),
		...weakestFirst(
			learner,
			day,
			learner.cards.filter(({ believed }) => believed),
		),
	],
};

function newOnes(learner: Learner, day: number, { days, every }: StudyDays): LearnerCard[] {
	const third = Math.max(1, Math.ceil(days / 3));
	const fresh = learner.cards.filter(({ believed }) => !believed);
	const parts = Math.ceil((third - day) / every);
	return fresh.slice(0, parts <= 1 ? fresh.length : Math.ceil(fresh.length / parts));
}

function weakestFirst(learner: Learner, day: number, cards: readonly LearnerCard[]): LearnerCard[] {
	return cards
		.map((card) => ({ card, recall: learner.believedRecall(card, day) }))
		.sort((a, b) => a.recall - b.recall)
		.map(({ card }) => card);
}
