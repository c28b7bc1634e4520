import { chooseToday } from '#lib/domain/audition/choose-today.ts';
import { dayBudgets } from '#lib/domain/audition/day-budgets.ts';
import type { FastMemory } from '#lib/domain/audition/fast-memory.ts';
import type { PlanCard, PlanInput } from '#lib/domain/audition/plan-input.ts';
import { problemOf } from '#lib/domain/audition/problem.ts';
import { solve, type SolveOptions } from '#lib/domain/audition/solve.ts';
import { auditionId, cardId, noteId } from '#lib/domain/cards/ids.ts';
import { defaultParameters } from '#lib/domain/memory/fsrs.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { seconds, type Learner, type LearnerCard } from './learner.ts';

/** Which cards to study on a day, in order. `spent`: seconds studied on that day so far. */
export interface Policy {
	readonly name: string;
	/** Whether it is asked again when what it chose is done and time is left, as the app does. */
	readonly isAskedAgain: boolean;
	choose(learner: Learner, day: number, days: number, spent: number): readonly LearnerCard[];
}

const FIRST_DAY = 20_000;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** The app's own planner. The day of the audition itself is a day off: nobody studies then. */
export function byPlan(budget: number, options: SolveOptions = {}): Policy {
	return {
		name: 'plan',
		isAskedAgain: true,
		choose(learner, day, days, spent) {
			const problem = problemOf(questionOf(learner, day, days, spent));
			const { nodes } = dayBudgets(problem, () => budget / 60);
			const chosen = chooseToday(problem, solve(problem, nodes, options));
			const byId = new Map(learner.cards.map((card) => [idOf(card), card]));
			return chosen.flatMap(({ card }) => byId.get(card.id) ?? []);
		},
	};
}

/** What the planner would be asked. Each return to the same day is taken to be two hours later. */
export function questionOf(learner: Learner, day: number, days: number, spent: number): PlanInput {
	const at = (studied: number) => (FIRST_DAY + studied) * DAY_MS + 6 * HOUR_MS;
	const cards = learner.cards.map((card): PlanCard => {
		const { believed, lastDay } = card;
		return {
			id: idOf(card),
			memory: believed,
			lastReviewedAt: believed && at(lastDay),
			lastReviewedDay: believed && ((FIRST_DAY + lastDay) as StudyDay),
			due: null,
			state: believed ? 'review' : 'new',
		};
	});
	const last = (FIRST_DAY + days) as StudyDay;
	const goal = { id: auditionId('audition'), name: '', minutesPerDay: null };
	return {
		now: at(day) + (spent > 0 ? 2 * HOUR_MS : 0),
		today: (FIRST_DAY + day) as StudyDay,
		cards,
		goals: [
			{ ...goal, at: at(days), day: last, cardIds: cards.map(({ id }) => id), daysOff: [last] },
		],
		parameters: defaultParameters,
		seconds,
		minutesDoneToday: spent / 60,
		desiredRetention: 0.9,
		maximumIntervalDays: 36_500,
		newPerDay: 10,
	};
}

function idOf({ index }: LearnerCard) {
	return cardId(noteId(String(index)), 'answer');
}

/** Cards as they fall due, the weakest first, and new cards in even parts over the first third of the days. */
export function plainFsrs(model: FastMemory, retention: number): Policy {
	return {
		name: `FSRS ${retention.toFixed(2)}`,
		isAskedAgain: false,
		choose: (learner, day, days) => [
			...newOnes(learner, day, days),
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
		choose: (learner, day, days, spent) =>
			(day < days - 1 ? before : everyCard).choose(learner, day, days, spent),
	};
}

/** Every card every day, the weakest first. Within a daily budget: lowest retrievability first. */
export const everyCard: Policy = {
	name: 'every card daily',
	isAskedAgain: false,
	choose: (learner, day, days) => [
		...newOnes(learner, day, days),
		...weakestFirst(
			learner,
			day,
			learner.cards.filter(({ believed }) => believed),
		),
	],
};

function newOnes(learner: Learner, day: number, days: number): LearnerCard[] {
	const third = Math.max(1, Math.ceil(days / 3));
	const fresh = learner.cards.filter(({ believed }) => !believed);
	return fresh.slice(0, day >= third ? fresh.length : Math.ceil(fresh.length / (third - day)));
}

function weakestFirst(learner: Learner, day: number, cards: readonly LearnerCard[]): LearnerCard[] {
	return cards
		.map((card) => ({ card, recall: learner.believedRecall(card, day) }))
		.sort((a, b) => a.recall - b.recall)
		.map(({ card }) => card);
}
