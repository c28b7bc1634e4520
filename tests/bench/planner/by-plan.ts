import { auditionId, cardId, deckId, noteId } from '#lib/domain/cards/ids.ts';
import { defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { chooseToday } from '#lib/domain/planning/choose-today.ts';
import { dayBudgets } from '#lib/domain/programme/day-budgets.ts';
import { followFlow } from '#lib/domain/programme/flow.ts';
import type { PlanCard, PlanInput } from '#lib/domain/programme/plan-input.ts';
import { pricesOf, type Priced } from '#lib/domain/programme/prices.ts';
import { problemOf, type Problem } from '#lib/domain/programme/problem.ts';
import { solve, type SolveOptions } from '#lib/domain/programme/solve.ts';
import { addDays, type StudyDay } from '#lib/domain/time/study-day.ts';
import { seconds, type Learner, type LearnerCard } from './learner.ts';
import type { Policy } from './policies.ts';
import { isStudyDay, type StudyDays } from './study-days.ts';

const FIRST_DAY = 20_000;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const deck = deckId('deck');

/** The app's own planner. The day of the audition itself is a day off: nobody studies then. */
export function byPlan(budget: number, options: SolveOptions = {}): Policy {
	const lastOf = new WeakMap<Learner, { day: number; prices: Float64Array[] }>();
	return {
		name: 'plan',
		isAskedAgain: true,
		choose(learner, day, course, spent) {
			const problem = problemOf(questionOf(learner, day, course, spent));
			const { nodes } = dayBudgets(problem, () => budget / 60);
			const last = lastOf.get(learner);
			const priced = last
				? pricedLike(
						problem,
						nodes,
						last.prices.map((prices) => prices.slice(day - last.day)),
						last.day < day,
						options,
					)
				: solve(problem, nodes, options);
			lastOf.set(learner, { day, prices: priced.pools.map(({ prices }) => prices) });
			const chosen = chooseToday(problem, priced);
			const byId = new Map(learner.cards.map((card) => [idOf(card), card]));
			return chosen.flatMap(({ card }) => byId.get(card.id) ?? []);
		},
	};
}

/**
 * The prices of the plan before, moved once on a new day. The app begins anew each time, which would take several times as
 * long here.
 */
function pricedLike(
	problem: Problem,
	budgets: readonly Float64Array[],
	like: readonly Float64Array[],
	isNewDay: boolean,
	{ floor }: SolveOptions,
): Priced {
	const prices = pricesOf(problem, budgets, floor, like);
	if (!isNewDay) return prices;
	const { pools, values, standings } = prices;
	const options = { floor: prices.floor, standings };
	followFlow(problem.groups, pools, problem.course, problem.table, values, options);
	prices.move(PART_OF_THE_WAY);
	return prices;
}

const PART_OF_THE_WAY = 0.7;

/** What the planner would be asked. Each return to the same day is taken to be two hours later. */
export function questionOf(
	learner: Learner,
	day: number,
	course: StudyDays,
	spent: number,
): PlanInput {
	const { days } = course;
	const at = (studied: number) => (FIRST_DAY + studied) * DAY_MS + 6 * HOUR_MS;
	const cards = learner.cards.map((card): PlanCard => {
		const { believed, lastDay } = card;
		return {
			id: idOf(card),
			deckId: deck,
			memory: believed,
			lastReviewedAt: believed && at(lastDay),
			lastReviewedDay: believed && ((FIRST_DAY + lastDay) as StudyDay),
			due: null,
			buriedThrough: null,
			state: believed ? 'review' : 'new',
		};
	});
	const last = (FIRST_DAY + days) as StudyDay;
	const first = FIRST_DAY as StudyDay;
	const daysOff = Array.from({ length: days + 1 }, (_, index) => index)
		.filter((index) => !isStudyDay(index, course))
		.map((index) => addDays(first, index));
	const goal = { id: auditionId('audition'), name: '', minutesPerDay: null };
	return {
		now: at(day) + (spent > 0 ? 2 * HOUR_MS : 0),
		today: (FIRST_DAY + day) as StudyDay,
		cards,
		goals: [{ ...goal, at: at(days), day: last, cardIds: cards.map(({ id }) => id), daysOff }],
		parameters: defaultParameters,
		seconds,
		secondsDone: new Map(cards.slice(0, 1).map(({ id }) => [id, spent])),
		desiredRetention: 0.9,
		maximumIntervalDays: 36_500,
		newPerDay: new Map([[deck, 10]]),
	};
}

function idOf({ index }: LearnerCard) {
	return cardId(noteId(String(index)), 'answer');
}
