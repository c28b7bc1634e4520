import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import {
	keepStatistic,
	type LongCount,
	type LongResults,
	type LongStatistic,
} from '#lib/storage/statistics/kept-statistics.ts';
import { longStatistics } from './long-statistics.ts';

/** Counts anew unless nothing has changed, and keeps the result. @param progress is told a share from 0 to 1 */
export function countStatistic<Name extends LongStatistic>(
	db: GreenRoomDatabase,
	name: Name,
	count: LongCount,
	progress: (share: number) => void,
): Promise<LongResults[Name]> {
	return keepStatistic(db, name, count, () => longStatistics[name](db, count, progress));
}
