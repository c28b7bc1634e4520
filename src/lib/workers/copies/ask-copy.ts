import type { CopyRequest } from './keep-copy.ts';

/** Has a backup of a database written into OPFS, whatever its version. @throws when it could not be */
export function askCopy(request: CopyRequest): Promise<void> {
	const worker = new Worker(new URL('./keep-copy.ts', import.meta.url), { type: 'module' });
	return new Promise<void>((resolve, reject) => {
		worker.onmessage = ({ data }: MessageEvent<string | null>) => {
			if (data === null) resolve();
			else reject(new Error(data));
		};
		worker.onerror = ({ message }) => reject(new Error(message));
		worker.postMessage(request);
	}).finally(() => worker.terminate());
}
