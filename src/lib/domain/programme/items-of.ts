import { daysBetween } from '#lib/domain/time/study-day.ts';
import type { Course } from './course.ts';
import type { FastMemory } from './fast-memory.ts';
import type { Items } from './group.ts';
import type { Goal, PlanCard, PlanInput } from './plan-input.ts';
import type { StateGrid } from './state-grid.ts';
import { forgotten, introduced, KNOWN_AT_FIRST, remembered } from './study-outcome.ts';
import { places, setPlace } from './transitions.ts';

const DAY_MS = 86_400_000;

/**
 * The cards of a group as items: each known card by itself, the new ones together but for buried ones. A known card without a date of its
 * last review counts as seen just now.
 *
 * @param goals the auditions of the group
 */
export function itemsOf(
	input: PlanInput,
	cards: readonly PlanCard[],
	memory: FastMemory,
	grid: StateGrid,
	course: Course,
	goals: readonly Goal[],
): { items: Items; cardsOfItems: PlanCard[][] } {
	const nodes = course.days.length;
	const fresh = cards.filter((card) => card.memory === null);
	const known = cards.filter((card) => card.memory !== null);
	const starts = [...new Set(fresh.map(shownFrom))].sort((a, b) => a - b);
	const cardsOfItems = [
		...starts.map((node) => fresh.filter((card) => shownFrom(card) === node)),
		...known.map((card) => [card]),
	];
	const count = cardsOfItems.length;
	const last = Math.max(0, ...goals.map(({ day }) => day - input.today));
	const items: Items = {
		count,
		mass: Float64Array.from(cardsOfItems, ({ length }) => length),
		from: new Int32Array(count),
		isFresh: new Uint8Array(count),
		chance: new Float64Array(count * nodes),
		seconds: new Float64Array(count * nodes),
		passed: places(count * nodes),
		lapsed: places(count * nodes),
		recall: new Float64Array(count * nodes),
		recallInRoom: new Float64Array(goals.length * count),
		late: new Float64Array(count * nodes),
	};
	for (const [item, [card]] of cardsOfItems.entries()) {
		if (!card) continue;
		items.from[item] = shownFrom(card);
		if (card.memory) addKnown(item, card, card.memory);
		else addFresh(item);
	}
	return { items, cardsOfItems };

	/** The first node on which a card is not buried; beyond the last if there is none. */
	function shownFrom({ buriedThrough }: PlanCard): number {
		const node = course.days.findIndex((day) => day > (buriedThrough ?? -Infinity) - input.today);
		return node < 0 ? nodes : node;
	}

	function addFresh(item: number): void {
		items.isFresh[item] = 1;
		for (let v = 0; v < nodes; v++) {
			const at = item * nodes + v;
			items.chance[at] = KNOWN_AT_FIRST;
			items.seconds[at] = input.seconds.fresh;
			items.late[at] = lateness(course.days[v] ?? 0, last);
			setPlace(items.passed, at, grid, introduced(memory, true));
			setPlace(items.lapsed, at, grid, introduced(memory, false));
		}
	}

	function addKnown(item: number, card: PlanCard, state: NonNullable<PlanCard['memory']>): void {
		const s = Math.max(0.001, state.stability);
		const d = Math.min(10, Math.max(1, state.difficulty));
		const since =
			card.lastReviewedDay === null ? 0 : daysBetween(card.lastReviewedDay, input.today);
		if (since === 0) items.from[item] = Math.max(1, shownFrom(card));
		for (const [v, day] of course.days.entries()) {
			const at = item * nodes + v;
			const recall = memory.retrievability(s, since + day);
			items.chance[at] = recall;
			items.recall[at] = recall;
			items.seconds[at] =
				recall * input.seconds.remembered + (1 - recall) * input.seconds.forgotten;
			setPlace(items.passed, at, grid, remembered(memory, s, d, recall));
			setPlace(items.lapsed, at, grid, forgotten(memory, s, d, recall));
		}
		for (const [goal, { at }] of goals.entries()) {
			const wait = Math.max(0, at - (card.lastReviewedAt ?? input.now)) / DAY_MS;
			items.recallInRoom[goal * count + item] = memory.retrievability(s, wait);
		}
	}
}

/**
 * Cards recalled that a new card is worth less when it waits: to the end of the first third of the time, beyond it, and to
 * the last day. What is learned early can still be repaired; and where time is to spare, a plan made anew each day would put off
 * for ever what costs nothing to put off by a day.
 */
const EARLY = 0.006;
const LATE = 0.01;
const LATEST = 0.04;

/** @param last days from today of the last audition that asks for the card */
function lateness(day: number, last: number): number {
	const third = Math.ceil((last + 1) / 3) - 1;
	if (day <= third) return third === 0 ? 0 : (EARLY * day) / third;
	return LATE + ((LATEST - LATE) * (Math.min(day, last) - third)) / (last - third);
}
