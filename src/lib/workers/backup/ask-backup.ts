export interface BackupRequest {
	readonly database: string;
	/** ISO 8601, UTC. */
	readonly exportedAt: string;
}

export type BackupReply =
	| { readonly tell: 'progress'; readonly done: number; readonly of: number }
	| { readonly tell: 'done'; readonly file: Blob }
	| { readonly tell: 'failed'; readonly reason: string };

/**
 * Has a worker write the backup file of the whole collection, as it stands at one moment.
 *
 * @param progress told how much of the history has been dealt with
 * @throws the signal's reason when it is given up; an Error when the backup could not be written
 */
export function askBackup(
	request: BackupRequest,
	progress: (done: number, of: number) => void,
	signal: AbortSignal,
): Promise<Blob> {
	const worker = new Worker(new URL('./write-backup.ts', import.meta.url), { type: 'module' });
	return new Promise<Blob>((resolve, reject) => {
		signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
		worker.onmessage = ({ data }: MessageEvent<BackupReply>) => {
			if (data.tell === 'progress') progress(data.done, data.of);
			else if (data.tell === 'done') resolve(data.file);
			else reject(new Error(data.reason));
		};
		worker.onerror = ({ message }) => reject(new Error(message));
		worker.postMessage(request);
	}).finally(() => worker.terminate());
}
