import type { DeckId } from '#lib/domain/cards/ids.ts';
import { followFlow, type Flow } from './flow.ts';
import type { PlanCard } from './plan-input.ts';
import type { Problem } from './problem.ts';
import type { Solution } from './solve.ts';
import { CELLS, COLUMNS } from './state-grid.ts';
import { emptyValues, type Values } from './values.ts';

/** What normal scheduling comes to within the budgets of a plan: cards as they fall due, the weakest first. */
export function normalFlow(problem: Problem, { pools }: Solution): Flow {
	const { groups, course, table, input } = problem;
	const nodes = course.days.length;
	const intervals = Float64Array.from(problem.grid.stabilities, (s) => intervalOf(s));
	const values = groups.map(({ items }, g): Values => {
		const own = emptyValues(nodes, items.count);
		for (let item = 0; item < items.count; item++) {
			const card = problem.cards[g]?.[item]?.[0];
			const dueIn = card ? daysUntilDue(card) : 0;
			for (const [v, day] of course.days.entries()) {
				const at = item * nodes + v;
				const urgency = items.isFresh[item] ? 0.9 : 1 - (items.recall[at] ?? 0);
				own.itemWorth[at] = worthOf(day >= dueIn, urgency);
			}
		}
		for (let u = 0; u < nodes; u++)
			for (let v = u + 1; v < nodes; v++) {
				const gap = course.gapOf[u * nodes + v] ?? 0;
				const days = course.gaps[gap] ?? 0;
				for (let cell = 0, column = 0; cell < CELLS; cell++, column++) {
					if (column === COLUMNS) column = 0;
					own.worth[(u * nodes + v) * CELLS + cell] = worthOf(
						days >= (intervals[column] ?? 0),
						1 - (table.recall[gap * COLUMNS + column] ?? 0),
					);
				}
			}
		return own;
	});
	return followFlow(groups, pools, course, table, values, {
		floor: LEAST,
		newPerDay: newPerDay(problem),
	});

	/** A new card is due at once, and so is one left in its steps on an earlier day. */
	function daysUntilDue({ memory, due, lastReviewedDay }: PlanCard): number {
		const { today } = input;
		if (!memory) return 0;
		if (due && 'day' in due) return due.day - today;
		const isLeft = due !== null && (lastReviewedDay ?? today) < today;
		return isLeft ? 0 : (lastReviewedDay ?? today) - today + intervalOf(memory.stability);
	}

	function intervalOf(stability: number): number {
		const ideal = problem.memory.intervalDays(stability, input.desiredRetention);
		return Math.min(Math.max(1, Math.round(ideal)), input.maximumIntervalDays);
	}
}

const LEAST = 1e-3;

/** An order of urgency, 0 to 1, put as a worth: what is not due is never taken. */
function worthOf(isDue: boolean, urgency: number): number {
	return isDue ? Math.min(0.99, Math.max(2 * LEAST, urgency)) : -1;
}

/** How many cards of each item its decks' limits let in on a day: of a deck's new cards, each has an equal part. */
function newPerDay({ cards, input }: Problem): Float64Array[] {
	const counts = new Map<DeckId, number>();
	for (const { memory, deckId } of cards.flat(2))
		if (!memory) counts.set(deckId, (counts.get(deckId) ?? 0) + 1);
	const part = ({ deckId }: PlanCard) =>
		Math.min(1, (input.newPerDay.get(deckId) ?? Infinity) / (counts.get(deckId) ?? 1));
	return cards.map((items) =>
		Float64Array.from(items, (alike) => alike.reduce((sum, card) => sum + part(card), 0)),
	);
}
