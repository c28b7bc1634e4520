import type { Sentinel } from '#lib/domain/safety/sentinel.ts';
import type { Findings, RecoverMessage, RecoverReply, Remedy } from './recover-messages.ts';

type Progress = (done: number, of: number) => void;

/** Finds out what is left of a collection that lost something, and makes it whole, in a worker. */
export class Recovery {
	readonly #worker = new Worker(new URL('./recover.ts', import.meta.url), { type: 'module' });

	/**
	 * Looks, and changes nothing.
	 *
	 * @param noted what localStorage and OPFS were known to have seen
	 */
	async look(database: string, noted: Sentinel): Promise<Findings> {
		const reply = await this.#ask({ act: 'look', database, noted });
		if (reply.tell !== 'findings') throw new Error('The second copy could not be looked at.');
		return reply.findings;
	}

	/**
	 * Restores what was looked at, all or nothing, as a new generation. The database must be closed here.
	 *
	 * @param progress told how far it is: with a file, in reading it and then in restoring
	 * @returns what is there now, or the reasons why not: all that was found is still there then
	 */
	async restore(
		remedy: Remedy,
		now: number,
		progress?: Progress,
	): Promise<Findings | readonly string[]> {
		const reply = await this.#ask({ act: 'restore', remedy, now }, progress);
		if (reply.tell === 'refused') return reply.reasons;
		if (reply.tell !== 'restored') throw new Error('Nothing was restored.');
		return reply.findings;
	}

	/** What was looked at, as a backup file. @param exportedAt ISO 8601, UTC */
	async backUp(exportedAt: string): Promise<Blob> {
		const reply = await this.#ask({ act: 'save', exportedAt });
		if (reply.tell !== 'file') throw new Error('The file could not be made.');
		return reply.file;
	}

	close(): void {
		this.#worker.terminate();
	}

	#ask(message: RecoverMessage, progress?: Progress): Promise<RecoverReply> {
		return new Promise((resolve, reject) => {
			this.#worker.onmessage = ({ data }: MessageEvent<RecoverReply>) => {
				if (data.tell === 'progress') progress?.(data.done, data.of);
				else resolve(data);
			};
			this.#worker.onerror = ({ message: reason }) => reject(new Error(reason));
			this.#worker.postMessage(message);
		});
	}
}
