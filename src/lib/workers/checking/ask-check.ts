export interface CheckRequest {
	readonly database: string;
	/** Put right what follows from other rows. */
	readonly mend: boolean;
}

/** What a check found, in numbers. */
export interface CheckResult {
	/** Entries looked at. */
	readonly events: number;
	/** Entries that say other than their checksum, and entries that are gone. Nothing is mended then. */
	readonly damaged: number;
	readonly missing: number;
	/** Undos of entries that are not here: they come with another device's history, or never. */
	readonly dangling: number;
	/** Cards, days and counters that were other than the history makes them. */
	readonly cards: number;
	readonly days: number;
	readonly counters: number;
	/** Decks, notes, auditions, settings and bases that the second copy has otherwise, and is right about. */
	readonly records: number;
	/** Whether undo would have taken back something else than what was done last. */
	readonly undo: boolean;
	readonly mended: boolean;
	/** Something was committed meanwhile: check again. */
	readonly moved: boolean;
}

export type CheckReply =
	| { readonly tell: 'progress'; readonly done: number; readonly of: number }
	| { readonly tell: 'done'; readonly result: CheckResult }
	| { readonly tell: 'failed'; readonly reason: string };

/**
 * Checks the whole collection in a worker.
 *
 * @throws the signal's reason when it is given up; an Error when the check failed
 */
export function askCheck(
	request: CheckRequest,
	progress: (done: number, of: number) => void,
	signal: AbortSignal,
): Promise<CheckResult> {
	const worker = new Worker(new URL('./check.ts', import.meta.url), { type: 'module' });
	return new Promise<CheckResult>((resolve, reject) => {
		signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
		worker.onmessage = ({ data }: MessageEvent<CheckReply>) => {
			if (data.tell === 'progress') progress(data.done, data.of);
			else if (data.tell === 'done') resolve(data.result);
			else reject(new Error(data.reason));
		};
		worker.onerror = ({ message }) => reject(new Error(message));
		worker.postMessage(request);
	}).finally(() => worker.terminate());
}
