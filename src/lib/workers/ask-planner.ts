import type { PlanInput } from '#lib/domain/audition/plan-input.ts';
import type { Plan } from '#lib/domain/audition/plan.ts';

/** Someone asked for a newer plan before this one was ready. */
export class PlanSupersededError extends Error {
	override readonly name = 'PlanSupersededError';
}

let worker: Worker | null = null;
let abandon: (() => void) | null = null;

/**
 * Has a plan made in a worker. A newer question ends the work on an older one.
 *
 * @throws PlanSupersededError when a newer question came first; an Error when planning failed
 */
export function askPlanner(input: PlanInput): Promise<Plan> {
	if (abandon) {
		abandon();
		worker?.terminate();
		worker = null;
	}
	const asked = (worker ??= new Worker(new URL('./planner.ts', import.meta.url), {
		type: 'module',
	}));
	return new Promise<Plan>((resolve, reject) => {
		const over = () => {
			abandon = null;
			asked.onmessage = null;
			asked.onerror = null;
		};
		abandon = () => {
			over();
			reject(new PlanSupersededError('A newer plan was asked for.'));
		};
		asked.onmessage = ({ data }: MessageEvent<Plan>) => {
			over();
			resolve(data);
		};
		asked.onerror = ({ message }) => {
			over();
			asked.terminate();
			if (worker === asked) worker = null;
			reject(new Error(`The plan could not be made: ${message}`));
		};
		asked.postMessage(input);
	});
}
