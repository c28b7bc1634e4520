import type { Store } from '#lib/storage/store.ts';
import type { StatisticsCounter } from './ask-statistics.ts';

/** Counts in the page what is in its memory alone, which no worker sees. */
export function countHere(store: Store): StatisticsCounter {
	return {
		ask: async (name, count, progress = () => undefined) => {
			const [statistics, { countStatistic }] = await Promise.all([
				store.statistics(),
				import('./count-statistic.ts'),
			]);
			return statistics.here((db) => countStatistic(db, name, count, progress));
		},
		close: () => undefined,
	};
}
