import { buildQueue } from '#lib/domain/queue/build-queue.ts';
import type { App } from '#lib/state/app.svelte.ts';
import type { Store } from '#lib/storage/store.ts';

const AFTER_A_CHANGE_MS = 2000;
const MINUTE_MS = 60_000;

/** Keeps the number on the app's icon: how many cards are due. @returns how to stop */
export function keepBadge(app: App, store: Store): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;

	const count = async () => {
		const now = app.now();
		const gathered = await store.gather(null, now);
		const { counts } = buildQueue(gathered, gathered.limits, now, app.settings);
		await navigator.setAppBadge(counts.new + counts.learning + counts.review);
	};
	// A badge is a courtesy: where the platform refuses it, nothing is missing.
	const set = () => {
		clearTimeout(timer);
		count().catch(() => undefined);
	};
	// Not after each answer of a session: it would take time from the next.
	const soon = () => {
		clearTimeout(timer);
		timer = setTimeout(set, AFTER_A_CHANGE_MS);
	};

	set();
	const stopWatching = store.changes(soon, { own: true });
	const minute = setInterval(set, MINUTE_MS);
	document.addEventListener('visibilitychange', set);
	return () => {
		stopWatching();
		clearTimeout(timer);
		clearInterval(minute);
		document.removeEventListener('visibilitychange', set);
	};
}
