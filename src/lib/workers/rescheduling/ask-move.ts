import type { Moment } from '#lib/domain/time/moment.ts';

export interface MoveRequest {
	readonly database: string;
	readonly moment: Moment;
	/** Count how many due dates would move, or move them. */
	readonly act: 'count' | 'move';
}

/** What the worker is told: to begin, and to give it up. */
export type MoveMessage = MoveRequest | 'stop';

export type MoveReply =
	| { readonly tell: 'progress'; readonly done: number; readonly of: number }
	/** How many it was about; null when it was given up in time, with nothing changed. */
	| { readonly tell: 'done'; readonly count: number | null }
	| { readonly tell: 'failed'; readonly reason: string };

/**
 * Counts or moves due dates in a worker, all or nothing. Asked to stop, it answers all the same: what is being
 * committed by then is done.
 *
 * @returns how many; null when it was given up
 * @throws when it failed, with nothing changed
 */
export function askMove(
	request: MoveRequest,
	progress: (done: number, of: number) => void,
	signal: AbortSignal,
): Promise<number | null> {
	const worker = new Worker(new URL('./move-due-dates.ts', import.meta.url), { type: 'module' });
	const tell = (message: MoveMessage) => worker.postMessage(message);
	return new Promise<number | null>((resolve, reject) => {
		worker.onmessage = ({ data }: MessageEvent<MoveReply>) => {
			if (data.tell === 'progress') progress(data.done, data.of);
			else if (data.tell === 'done') resolve(data.count);
			else reject(new Error(data.reason));
		};
		worker.onerror = ({ message }) => reject(new Error(message));
		tell(request);
		signal.addEventListener('abort', () => tell('stop'), { once: true });
	}).finally(() => worker.terminate());
}
