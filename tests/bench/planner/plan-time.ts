import { makePlan } from '#lib/domain/planning/make-plan.ts';
import { freshCard, goalIn, knownCard, planInput } from '#lib/domain/programme/example-plan.ts';
import { median } from '../median.js';

const RUNS = 7;

const head = ['cards', 'days', 'with minutes', 'left empty', 'far too few minutes'] as const;

/**
 * How long one plan takes, in milliseconds: the median of a few, after one that is not counted.
 *
 * @param tell is given the head of the table and then each line
 */
export function timePlans(
	cards: readonly number[],
	days: readonly number[],
	tell: (cells: readonly string[]) => void,
): void {
	tell(head);
	for (const count of cards)
		for (const ahead of days) {
			const times = [count / 15, null, count / 150].map((minutes) => time(count, ahead, minutes));
			tell([count, ahead, ...times.map(Math.round)].map(String));
		}
}

/** Half of the cards new, the others at all stabilities and some days old. @param minutes a day; null: left empty */
function time(count: number, ahead: number, minutes: number | null): number {
	const cards = Array.from({ length: count }, (_, index) =>
		index % 2 ? freshCard(index) : knownCard(index, 1.02 ** (index % 250), index % 30),
	);
	const input = planInput(cards, [goalIn(ahead, cards, minutes)]);
	makePlan(input);
	const times = Array.from({ length: RUNS }, () => {
		const began = performance.now();
		makePlan(input);
		return performance.now() - began;
	});
	return median(times);
}
