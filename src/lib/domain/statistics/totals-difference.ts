import { countNames } from './counts.ts';
import { emptyTotals, sumOfTotals, type DailyTotals } from './daily-totals.ts';

/**
 * What must be added to `before` to come to `after`: one entry for each day and deck that changes. An undo or a
 * merge in the midst of a card's events also changes what later ones of them count for.
 */
export function totalsDifference(
	before: readonly DailyTotals[],
	after: readonly DailyTotals[],
): DailyTotals[] {
	const differences = new Map<string, DailyTotals>();
	for (const [all, sign] of [
		[after, 1],
		[before, -1],
	] as const) {
		for (const totals of all) {
			const { studyDay, deckId } = totals;
			const key = `${studyDay} ${deckId}`;
			const known = differences.get(key) ?? emptyTotals(studyDay, deckId);
			differences.set(key, sumOfTotals(known, totals, sign));
		}
	}
	return [...differences.values()].filter(hasChanges);
}

function hasChanges(totals: DailyTotals): boolean {
	const { hourAnswers, hourAgain } = totals;
	return (
		countNames.some((name) => totals[name] !== 0) ||
		[...hourAnswers, ...hourAgain].some((count) => count !== 0)
	);
}
