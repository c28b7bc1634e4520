import type { FitVerdict } from '#lib/domain/optimizer/judge-fit.ts';
import type { FitAnswer, FitProgress, FitRequest } from './fit-message.ts';

export interface RunningFit {
	/** 'busy' when another tab is fitting. Rejects when it fails; stays open for good when cancelled. */
	readonly verdict: Promise<FitVerdict | 'busy'>;
	cancel(): void;
}

/** Fits in a worker of its own, which ends with it. */
export function askFit(request: FitRequest, progress: (progress: FitProgress) => void): RunningFit {
	const worker = new Worker(new URL('./fit.ts', import.meta.url), { type: 'module' });
	const verdict = new Promise<FitVerdict | 'busy'>((resolve, reject) => {
		worker.onmessage = ({ data }: MessageEvent<FitAnswer>) => {
			if (data.kind === 'progress') progress(data);
			else if (data.kind === 'verdict') resolve(data.verdict);
			else if (data.kind === 'busy') resolve('busy');
			else reject(new Error(data.reason));
		};
		worker.onerror = ({ message }) => {
			reject(new Error(message || 'The part of the app that fits could not be loaded.'));
		};
	}).finally(() => worker.terminate());
	worker.postMessage(request);
	return { verdict, cancel: () => worker.terminate() };
}
