import type { DailyPlan } from '#lib/domain/audition/daily-plan.ts';
import type { PlanQuestion } from '#lib/storage/planning/refresh-plan.ts';

/** What the worker says. */
export type PlanAnswer =
	| { readonly ok: true; readonly plan: DailyPlan }
	| { readonly ok: false; readonly problem: string };

/** Nobody waits for a plan that long; a worker that hangs is ended. */
const LONGEST_MS = 120_000;

/**
 * Has the plan of a day made in a worker of its own, which reads what it needs and ends with its answer.
 *
 * @throws when it can't be made
 */
export async function askDailyPlanner(question: PlanQuestion): Promise<DailyPlan> {
	const worker = new Worker(new URL('./daily-planner.ts', import.meta.url), { type: 'module' });
	try {
		const answer = await new Promise<PlanAnswer>((resolve, reject) => {
			worker.onmessage = ({ data }: MessageEvent<PlanAnswer>) => resolve(data);
			worker.onerror = ({ message }) => reject(new Error(`The planner stopped: ${message}`));
			setTimeout(() => reject(new Error('The planner took too long.')), LONGEST_MS);
			worker.postMessage(question);
		});
		if (!answer.ok) throw new Error(answer.problem);
		return answer.plan;
	} finally {
		worker.terminate();
	}
}
