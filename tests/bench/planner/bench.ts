import { runSetting, upperBound } from './run-setting.ts';
import type { Setting } from './simulate.ts';
import { head, linesOf } from './table.ts';

/** Daily budgets, as shares of the minutes that plain FSRS at 0.9 takes on a mean day. */
const SHARES = [1.2, 1.7, 2.5];

/**
 * Runs the settings one after the other.
 *
 * @param tell is given the head of the table and then each line
 */
export function bench(
	cards: readonly number[],
	days: readonly number[],
	learners: (setting: Setting) => number,
	isTrue: boolean,
	tell: (cells: readonly string[]) => void,
): void {
	tell(head);
	for (const each of cards)
		for (const ahead of days) {
			const setting = { cards: each, days: ahead, isTrue };
			const count = learners(setting);
			const result = runSetting(setting, count, SHARES);
			const bounds = result.comparisons.map(({ budgetMinutes }) =>
				isTrue ? 1 - upperBound(setting, budgetMinutes, count) : null,
			);
			for (const line of linesOf(result, bounds)) tell(line);
		}
}
