import { runSetting } from './run-setting.ts';
import type { Setting } from './simulate.ts';
import { head, lineOf } from './table.ts';

export { timePlans } from './plan-time.ts';

/**
 * Runs the settings one after the other.
 *
 * @param shares daily budgets, as shares of the minutes that plain FSRS at 0.9 takes on a mean day
 * @param tell is given the head of the table and then each line
 */
export function bench(
	cards: readonly number[],
	days: readonly number[],
	shares: readonly number[],
	learners: (setting: Setting) => number,
	isTrue: boolean,
	tell: (cells: readonly string[]) => void,
): void {
	tell(head);
	for (const ahead of days)
		for (const each of cards) {
			const setting = { cards: each, days: ahead, isTrue };
			runSetting(setting, learners(setting), shares, (result, comparison) =>
				tell(lineOf(result, comparison)),
			);
		}
}
