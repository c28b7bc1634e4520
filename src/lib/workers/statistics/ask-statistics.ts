import type {
	LongCount,
	LongResults,
	LongStatistic,
} from '#lib/storage/statistics/kept-statistics.ts';
import type { StatisticsReport, StatisticsRequest } from './statistics.ts';

/** What counts for a screen. */
export interface StatisticsCounter {
	/** @param progress is told a share from 0 to 1 @throws what went wrong while counting */
	ask<Name extends LongStatistic>(
		name: Name,
		count: LongCount,
		progress?: (share: number) => void,
	): Promise<LongResults[Name]>;
	close(): void;
}

/** Counts what grows with the collection, beside the page. Made with a screen and closed with it. */
export class StatisticsWorker implements StatisticsCounter {
	readonly #database: string;
	#worker: Worker | null = null;
	#asked = 0;
	readonly #waiting = new Map<number, (report: StatisticsReport) => void>();

	/** @param database its name */
	constructor(database: string) {
		this.#database = database;
	}

	ask<Name extends LongStatistic>(
		name: Name,
		count: LongCount,
		progress: (share: number) => void = () => undefined,
	): Promise<LongResults[Name]> {
		const id = ++this.#asked;
		return new Promise((resolve, reject) => {
			this.#waiting.set(id, (report) => {
				if (report.kind === 'progress') return progress(report.share);
				this.#waiting.delete(id);
				if (report.kind === 'done') resolve(report.value as LongResults[Name]);
				else reject(new Error(report.problem));
			});
			const request: StatisticsRequest = { id, database: this.#database, name, count };
			(this.#worker ??= this.#start()).postMessage(request);
		});
	}

	/** Whatever is being counted is dropped, and its promises stay open. */
	close(): void {
		this.#worker?.terminate();
		this.#worker = null;
		this.#waiting.clear();
	}

	#start(): Worker {
		const worker = new Worker(new URL('./statistics.ts', import.meta.url), { type: 'module' });
		worker.onmessage = ({ data }: MessageEvent<StatisticsReport>) =>
			this.#waiting.get(data.id)?.(data);
		worker.onerror = ({ message }) => {
			for (const [id, tell] of this.#waiting) {
				tell({ id, kind: 'failed', problem: message || 'The count could not be started.' });
			}
		};
		return worker;
	}
}
