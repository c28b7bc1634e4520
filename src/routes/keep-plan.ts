import type { App } from '#lib/state/app.svelte.ts';
import { PlanKeeper } from '#lib/state/plan-keeper.ts';
import { askDailyPlanner } from '#lib/workers/planning/ask-daily-planner.ts';

/** Keeps the plan of the auditions ahead, in a worker. @returns how to stop */
export function keepPlan(app: App): () => void {
	return new PlanKeeper(app, askDailyPlanner).start();
}
