import { countNames, noCounts, type Counts } from './counts.ts';
import type { DailyTotals } from './daily-totals.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';

export function sumCounts(all: readonly Counts[]): Counts {
	const sum: { -readonly [Name in keyof Counts]: number } = { ...noCounts };
	for (const counts of all) for (const name of countNames) sum[name] += counts[name];
	return sum;
}

/**
 * The counts of each period, in the order of `starts`. Days before the first period are left out.
 *
 * @param starts first days of periods that follow on one another
 */
export function sumByPeriod(totals: readonly DailyTotals[], starts: readonly StudyDay[]): Counts[] {
	const groups: DailyTotals[][] = starts.map(() => []);
	for (const day of totals) groups[lastStart(starts, day.studyDay)]?.push(day);
	return groups.map(sumCounts);
}

/** Counts of the 24 hours, over all days. */
export function sumHours(
	totals: readonly DailyTotals[],
	name: 'hourAnswers' | 'hourAgain',
): number[] {
	return Array.from({ length: 24 }, (_, hour) =>
		totals.reduce((sum, day) => sum + (day[name][hour] ?? 0), 0),
	);
}

/** The share of successes; null where nothing was tried. */
export function rate(successes: number, failures: number): number | null {
	const tries = successes + failures;
	return tries === 0 ? null : successes / tries;
}

/** The index of the last start that is not after a day; -1 when all are. */
function lastStart(starts: readonly StudyDay[], day: StudyDay): number {
	let [low, high] = [0, starts.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((starts[middle] ?? Infinity) <= day) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}
