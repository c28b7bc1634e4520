import type { App } from '#lib/state/app.svelte.ts';
import type { DailyPlanner } from '#lib/storage/planning/refresh-plan.ts';

/** Keeps the plan of the auditions, in a worker that sees what is stored. Nothing of it is loaded before there is one. @returns how to stop */
export function keepPlan(app: App): () => void {
	const { store } = app;
	let keeping: Promise<() => void> | null = null;
	let isOver = false;

	const look = async () => {
		if (keeping || (await store.auditions()).length === 0 || isOver) return;
		keeping ??= begin(app);
	};
	const stopWatching = store.changes(
		({ part }) => {
			if (part === 'content' || part === 'everything') void look();
		},
		{ own: true },
	);
	void look();
	return () => {
		isOver = true;
		stopWatching();
		void keeping?.then((stop) => stop());
	};
}

async function begin(app: App): Promise<() => void> {
	const [{ PlanKeeper }, planner] = await Promise.all([
		import('#lib/state/plan-keeper.ts'),
		plannerFor(app),
	]);
	return new PlanKeeper(app, planner).start();
}

/** What is in memory alone, no worker sees: it is planned in the page. */
async function plannerFor({ clock, inMemory }: App): Promise<DailyPlanner> {
	if (!inMemory)
		return (await import('#lib/workers/planning/ask-daily-planner.ts')).askDailyPlanner;
	const { makeDailyPlan } = await import('#lib/storage/planning/make-daily-plan.ts');
	return ({ moment }, db) => makeDailyPlan(db, (at) => clock.utcOffsetMinutes(at), moment);
}
