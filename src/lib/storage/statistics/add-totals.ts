import {
	emptyTotals,
	isNothing,
	sumOfTotals,
	type DailyTotals,
} from '#lib/domain/statistics/daily-totals.ts';
import type { BareTransaction } from '#lib/storage/database/bare-transaction.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';

/**
 * Adds to the totals of days what `totalsDifference` found; inside a transaction. Days on which nothing is
 * left are not kept.
 *
 * @param differences each day and deck once
 */
export async function addTotals(
	{ days }: Pick<GreenRoomDatabase, 'days'>,
	differences: readonly DailyTotals[],
): Promise<void> {
	if (differences.length === 0) return;
	const known = await days.bulkGet(differences.map(({ studyDay, deckId }) => [studyDay, deckId]));
	const sums = differences.map((difference, index) => {
		const { studyDay, deckId } = difference;
		return sumOfTotals(known[index] ?? emptyTotals(studyDay, deckId), difference);
	});
	const gone = sums.filter(isNothing);
	await Promise.all([
		days.bulkPut(sums.filter((totals) => !isNothing(totals))),
		gone.length > 0 && days.bulkDelete(gone.map(({ studyDay, deckId }) => [studyDay, deckId])),
	]);
}

/** The same inside a bare transaction. */
export async function addTotalsBarely(
	{ days }: Pick<GreenRoomDatabase, 'days'>,
	{ get, put, remove }: BareTransaction,
	differences: readonly DailyTotals[],
): Promise<void> {
	await Promise.all(
		differences.map(async (difference) => {
			const { studyDay, deckId } = difference;
			const known = await get(days, [studyDay, deckId]);
			const sum = sumOfTotals(known ?? emptyTotals(studyDay, deckId), difference);
			if (isNothing(sum)) remove(days, [studyDay, deckId]);
			else put(days, sum);
		}),
	);
}
