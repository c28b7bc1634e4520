import type { App } from '#lib/state/app.svelte.ts';

/** Keeps the plan of the auditions, in a worker. Nothing of it is loaded before there is one. @returns how to stop */
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
	const [{ PlanKeeper }, { askDailyPlanner }] = await Promise.all([
		import('#lib/state/plan-keeper.ts'),
		import('#lib/workers/planning/ask-daily-planner.ts'),
	]);
	return new PlanKeeper(app, askDailyPlanner).start();
}
