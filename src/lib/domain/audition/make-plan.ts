import { createMemoryModel } from '#lib/domain/memory/fsrs.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import type { Goal, PlanCard, PlanInput } from './plan-input.ts';
import type { Plan, PlannedCard } from './plan.ts';

const DAY_MS = 86_400_000;

/** What to study until the auditions: the cards that would be remembered least go first. */
export function makePlan(input: PlanInput): Plan {
	const model = createMemoryModel(input.parameters);
	const cards = new Map(input.cards.map((card) => [card.id, card]));
	const goals = input.goals.filter(({ at }) => at > input.now).sort((a, b) => a.at - b.at);
	const recall = ({ memory, lastReviewedAt }: PlanCard, at: number) =>
		memory && lastReviewedAt !== null
			? model.retrievability(memory, (at - lastReviewedAt) / DAY_MS)
			: 0;
	const cardsOf = ({ cardIds }: Goal) => cardIds.flatMap((id) => cards.get(id) ?? []);
	const readiness = (goal: Goal, at: number) => {
		const all = cardsOf(goal);
		return all.reduce((sum, card) => sum + recall(card, at), 0) / Math.max(1, all.length);
	};
	const last = goals.at(-1)?.day ?? input.today - 1;
	const today = new Map<string, PlannedCard>();
	for (const goal of goals) {
		let seconds = (goal.minutesPerDay ?? Infinity) * 60 - input.minutesDoneToday * 60;
		if (goal.daysOff.includes(input.today)) seconds = 0;
		const inOrder = cardsOf(goal)
			.map((card) => ({ card, left: recall(card, goal.at) }))
			.sort((a, b) => a.left - b.left);
		for (const { card, left } of inOrder) {
			const takes = card.memory ? input.seconds.remembered : input.seconds.fresh;
			if (takes > seconds) break;
			if (left > input.desiredRetention || today.has(card.id)) continue;
			seconds -= takes;
			const reason = card.memory
				? ({ kind: 'would-fall', retrievability: left, on: goal.day } as const)
				: ({ kind: 'fresh' } as const);
			today.set(card.id, { id: card.id, goal: goal.id, reason, seconds: takes });
		}
	}
	return {
		goals: goals.map((goal) => {
			const untouched = readiness(goal, goal.at);
			return {
				id: goal.id,
				cards: cardsOf(goal).length,
				readiness: {
					now: readiness(goal, input.now),
					untouched,
					planned: untouched,
					unplanned: untouched,
				},
				daysLeft: goal.day - input.today,
				minutesPerDay: goal.minutesPerDay ?? 0,
				outOfReach: null,
				target: input.desiredRetention,
			};
		}),
		days: Array.from({ length: last - input.today + 1 }, (_, index) => {
			const day = (input.today + index) as StudyDay;
			return {
				day,
				minutes: 0,
				reviews: 0,
				fresh: 0,
				readiness: goals
					.filter((goal) => goal.day >= day)
					.map((goal) => {
						const planned = readiness(goal, Math.min(goal.at, input.now + index * DAY_MS));
						return { goal: goal.id, planned, unplanned: planned };
					}),
			};
		}),
		today: [...today.values()],
	};
}
