import type { CardId } from '#lib/domain/cards/ids.ts';
import { course, FINE, type Course } from './course.ts';
import { createFastMemory, type FastMemory } from './fast-memory.ts';
import type { Group } from './group.ts';
import { itemsOf } from './items-of.ts';
import type { Goal, PlanCard, PlanInput } from './plan-input.ts';
import { COLUMNS, stateGrid, type StateGrid } from './state-grid.ts';
import { transitions, type Transitions } from './transitions.ts';

const DAY_MS = 86_400_000;
/** Days between the last study and the room, when both are on one day. */
const SHORTEST_WAIT = 1 / 24;

/** A plan's question, made ready for computing. */
export interface Problem {
	readonly input: PlanInput;
	/** Auditions ahead, soonest first. */
	readonly goals: readonly Goal[];
	readonly memory: FastMemory;
	readonly grid: StateGrid;
	readonly course: Course;
	readonly table: Transitions;
	readonly groups: readonly Group[];
	/** The cards of each group, and of each of its items. */
	readonly cards: readonly (readonly (readonly PlanCard[])[])[];
	/** Number of cards of each audition. */
	readonly sizes: readonly number[];
	/** Node of each audition's day. */
	readonly ends: readonly number[];
	/** Whether a card is asked for at an audition. */
	has(goal: number, card: CardId): boolean;
}

/** @param detail how finely its days are seen */
export function problemOf(input: PlanInput, detail = FINE): Problem {
	const goals = input.goals
		.filter(({ at, day }) => at > input.now && day >= input.today)
		.sort((a, b) => a.at - b.at);
	const lastDays = goals.map(({ day }) => day - input.today);
	const days = course(lastDays, detail);
	const ends = lastDays.map((day) => days.days.indexOf(day));
	const memory = createFastMemory(input.parameters);
	const grid = stateGrid(Math.max(1, ...lastDays));
	const inPlan = new Map(input.cards.map((card) => [card.id, card]));
	const goalsOf = new Map<CardId, number[]>();
	const sizes = goals.map((goal, index) => {
		const ids = new Set(goal.cardIds.filter((id) => inPlan.has(id)));
		for (const id of ids) goalsOf.set(id, [...(goalsOf.get(id) ?? []), index]);
		return ids.size;
	});
	const byGoals = new Map<string, PlanCard[]>();
	for (const card of inPlan.values()) {
		const key = goalsOf.get(card.id)?.join();
		if (key !== undefined) byGoals.set(key, [...(byGoals.get(key) ?? []), card]);
	}
	const groups: Group[] = [];
	const cards: PlanCard[][][] = [];
	for (const [key, members] of byGoals) {
		const own = key.split(',').map(Number);
		const asking = own.flatMap((goal) => goals[goal] ?? []);
		const endNodes = own.map((goal) => ends[goal] ?? 0);
		const last = Math.max(...endNodes);
		const { items, cardsOfItems } = itemsOf(input, members, memory, grid, days, asking);
		groups.push({
			goals: own,
			ends: endNodes,
			last,
			recallInRoom: recallTable(asking.map(({ at }) => (at - input.now) / DAY_MS)),
			items,
		});
		cards.push(cardsOfItems);
	}
	const table = transitions(memory, grid, input.seconds, days.gaps);
	return { input, goals, memory, grid, course: days, table, groups, cards, sizes, ends, has };

	function has(goal: number, card: CardId): boolean {
		return goalsOf.get(card)?.includes(goal) ?? false;
	}

	function recallTable(daysToRooms: readonly number[]): Float64Array {
		const nodes = days.days.length;
		const recall = new Float64Array(daysToRooms.length * nodes * COLUMNS);
		for (const [goal, daysToRoom] of daysToRooms.entries())
			for (const [v, day] of days.days.entries())
				for (const [column, s] of grid.stabilities.entries()) {
					const wait = Math.max(SHORTEST_WAIT, daysToRoom - day);
					recall[(goal * nodes + v) * COLUMNS + column] = memory.retrievability(s, wait);
				}
		return recall;
	}
}
