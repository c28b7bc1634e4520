import { makePlan } from '#lib/domain/audition/make-plan.ts';
import type { PlanInput } from '#lib/domain/audition/plan-input.ts';

/** A worker: a `PlanInput` comes in, its `Plan` goes out. */
addEventListener('message', ({ data }: MessageEvent<PlanInput>) => {
	postMessage(makePlan(data));
});
