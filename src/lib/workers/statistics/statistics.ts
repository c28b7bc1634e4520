import { openDatabase } from '#lib/storage/database/open-database.ts';
import type { LongCount, LongStatistic } from '#lib/storage/statistics/kept-statistics.ts';
import { countStatistic } from './count-statistic.ts';

export interface StatisticsRequest {
	readonly id: number;
	/** The database's name. */
	readonly database: string;
	readonly name: LongStatistic;
	readonly count: LongCount;
}

export type StatisticsReport = { readonly id: number } & (
	| { readonly kind: 'progress'; readonly share: number }
	| { readonly kind: 'done'; readonly value: unknown }
	| { readonly kind: 'failed'; readonly problem: string }
);

let opened: ReturnType<typeof openDatabase> | null = null;

self.addEventListener('message', ({ data }: MessageEvent<StatisticsRequest>) => void work(data));

async function work({ id, database, name, count }: StatisticsRequest): Promise<void> {
	const report = (message: StatisticsReport) => self.postMessage(message);
	let told = 0;
	try {
		opened ??= openDatabase({ name: database });
		const value = await countStatistic(await opened, name, count, (share) => {
			if (share - told < 0.01 && share < 1) return;
			told = share;
			report({ id, kind: 'progress', share });
		});
		report({ id, kind: 'done', value });
	} catch (cause) {
		const problem = cause instanceof Error ? cause.message : String(cause);
		report({ id, kind: 'failed', problem });
	}
}
