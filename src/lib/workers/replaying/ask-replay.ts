import type { Settings } from '#lib/domain/settings/settings.ts';

/** Settings to change, new parameters among them. */
export interface ReplayRequest {
	readonly database: string;
	readonly changes: Partial<Settings>;
	/** In ms. */
	readonly now: number;
}

export type ReplayReply =
	| { readonly tell: 'progress'; readonly done: number; readonly of: number }
	| { readonly tell: 'done' }
	| { readonly tell: 'failed'; readonly reason: string };

/**
 * Has a worker put new parameters in force: it replays the whole log and stores every card's memory and the
 * settings together, all or nothing. Due dates stay.
 *
 * @throws the signal's reason when it is given up, with nothing changed; an Error when it failed
 */
export function askReplay(
	request: ReplayRequest,
	progress: (done: number, of: number) => void,
	signal: AbortSignal,
): Promise<void> {
	const worker = new Worker(new URL('./replay.ts', import.meta.url), { type: 'module' });
	return new Promise<void>((resolve, reject) => {
		signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
		worker.onmessage = ({ data }: MessageEvent<ReplayReply>) => {
			if (data.tell === 'progress') progress(data.done, data.of);
			else if (data.tell === 'done') resolve();
			else reject(new Error(data.reason));
		};
		worker.onerror = ({ message }) => reject(new Error(message));
		worker.postMessage(request);
	}).finally(() => worker.terminate());
}
