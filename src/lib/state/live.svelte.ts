import { createSubscriber } from 'svelte/reactivity';
import type { Store } from '#lib/storage/store.ts';

const MINUTE_MS = 60_000;

/**
 * A query that stays true while someone looks: it runs again after every commit, in this tab or another, when
 * the page comes back into view, and once a minute, since cards fall due by the clock alone. What fails is left to
 * whoever tells of failures that nobody expected; until the next answer the last one stands.
 */
export class Live<T> {
	#value = $state.raw<T>();
	readonly #watch: () => void;

	constructor(store: Store, query: () => Promise<T>) {
		this.#watch = createSubscriber(() => {
			let wanted = true;
			let round = 0;
			const run = async () => {
				const mine = ++round;
				const isWanted = () => wanted && mine === round;
				try {
					const value = await query();
					if (isWanted()) this.#value = value;
				} catch (cause) {
					if (isWanted()) throw cause;
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
		return this.#value;
	}
}
