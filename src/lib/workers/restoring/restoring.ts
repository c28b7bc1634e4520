import type { Articles } from '#lib/exchange/edited-by-hand.ts';
import { exclusively } from '#lib/storage/database/exclusively.ts';
import type { Store } from '#lib/storage/store.ts';
import type { FileSummary, RestoreMessage, RestoreReply } from './restore-messages.ts';

type Progress = (done: number, of: number) => void;

/** Reads a backup file in a worker, and restores it once the person has seen what is in it. */
export class Restoring {
	readonly #worker = new Worker(new URL('./restore.ts', import.meta.url), { type: 'module' });

	/**
	 * Reads and checks a file, and changes nothing.
	 *
	 * @param articles the app's own
	 * @returns what is in it, or the reasons why it is refused
	 * @throws the signal's reason when it is given up; an Error when the file can't be read
	 */
	async read(
		file: Blob,
		articles: Articles,
		progress: Progress,
		signal: AbortSignal,
	): Promise<FileSummary | readonly string[]> {
		const reply = await this.#ask({ act: 'read', file, articles }, progress, signal);
		if (reply.tell === 'refused') return reply.problems;
		if (reply.tell === 'read') return reply.summary;
		throw new Error('The file was not read.');
	}

	/**
	 * Puts what was read in the place of everything, all or nothing. Once it is stored, giving up comes too late.
	 *
	 * @throws the signal's reason when it is given up, an Error when it failed: nothing is changed then
	 */
	async restore(store: Store, progress: Progress, signal: AbortSignal): Promise<void> {
		const before = (await store.sentinel()).generation;
		try {
			await this.#ask({ act: 'restore', database: store.databaseName }, progress, signal);
		} catch (error) {
			this.close();
			// The commit may have been under way. Its lock is free when all is over.
			const after = await exclusively(`${store.databaseName} backup`, () => store.sentinel());
			if (after.generation === before) throw error;
		}
		store.replaced();
	}

	/** Lets go of what was read. */
	close(): void {
		this.#worker.terminate();
	}

	async #ask(
		message: RestoreMessage,
		progress: Progress,
		signal: AbortSignal,
	): Promise<RestoreReply> {
		signal.throwIfAborted();
		return new Promise((resolve, reject) => {
			signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
			this.#worker.onmessage = ({ data }: MessageEvent<RestoreReply>) => {
				if (data.tell === 'progress') progress(data.done, data.of);
				else if (data.tell === 'failed') reject(new Error(data.reason));
				else resolve(data);
			};
			this.#worker.onerror = ({ message: reason }) => reject(new Error(reason));
			this.#worker.postMessage(message);
		});
	}
}
