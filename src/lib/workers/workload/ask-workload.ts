import type { Workload, WorkloadAnswer, WorkloadRequest } from './workload-message.ts';

export interface RunningWorkload {
	/** Rejects when it fails; stays open for good when cancelled. */
	readonly workload: Promise<Workload>;
	cancel(): void;
}

/** Simulates in a worker of its own, which ends with it. */
export function askWorkload(request: WorkloadRequest): RunningWorkload {
	const worker = new Worker(new URL('./workload.ts', import.meta.url), { type: 'module' });
	const workload = new Promise<Workload>((resolve, reject) => {
		worker.onmessage = ({ data }: MessageEvent<WorkloadAnswer>) => {
			if (data.kind === 'workload') resolve(data.workload);
			else reject(new Error(data.reason));
		};
		worker.onerror = ({ message }) => {
			reject(new Error(message || 'The part of the app that simulates could not be loaded.'));
		};
	}).finally(() => worker.terminate());
	worker.postMessage(request);
	return { workload, cancel: () => worker.terminate() };
}
