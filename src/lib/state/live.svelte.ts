import { createSubscriber } from 'svelte/reactivity';
import type { Store } from '#lib/storage/store.ts';

const MINUTE_MS = 60_000;

/**
 * A query that stays true while someone looks: it runs again after every commit, in this tab or another, when
 * the page comes back into view, and once a minute, since cards fall due by the clock alone.
 */
export class Live<T> {
	#value = $state.raw<T>();
	#problem = $state.raw<Error>();
	readonly #watch: () => void;

	constructor(store: Store, query: () => Promise<T>) {
		this.#watch = createSubscriber(() => {
			let wanted = true;
			let round = 0;
			const run = async () => {
				const mine = ++round;
				try {
					const value = await query();
					if (!wanted || mine !== round) return;
					this.#value = value;
					this.#problem = undefined;
				} catch (cause) {
					if (!wanted || mine !== round) return;
					this.#problem = cause instanceof Error ? cause : new Error(String(cause));
				}
			};
			const again = () => void run();
			again();
			const stopWatching = store.changes(again, { own: true });
			const minute = setInterval(again, MINUTE_MS);
			document.addEventListener('visibilitychange', again);
			return () => {
				wanted = false;
				stopWatching();
				clearInterval(minute);
				document.removeEventListener('visibilitychange', again);
			};
		});
	}

	/** Undefined until the first answer has come. */
	get current(): T | undefined {
		this.#watch();
		if (this.#problem) throw this.#problem;
		return this.#value;
	}
}
