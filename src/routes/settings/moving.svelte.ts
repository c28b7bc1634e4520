import type { App } from '#lib/state/app.svelte.ts';
import { failureWords } from '#lib/storage/database/failure-words.ts';
import { askMove, type MoveRequest } from '#lib/workers/rescheduling/ask-move.ts';

export type MovePhase =
	| { readonly name: 'idle' | 'cancelled' }
	/** `done`: the share, 0 to 1. */
	| { readonly name: 'counting' | 'moving'; readonly done: number }
	| { readonly name: 'moved'; readonly count: number }
	| { readonly name: 'failed'; readonly reason: string };

/** One person's way to other due dates: have them counted, say yes, wait or cancel. */
export class Moving {
	readonly #app: App;
	#running: AbortController | null = null;
	#phase = $state.raw<MovePhase>({ name: 'idle' });

	constructor(app: App) {
		this.#app = app;
	}

	get phase(): MovePhase {
		return this.#phase;
	}

	/** How many due dates would move, for the person to be asked; null when there is nothing to ask. */
	async count(): Promise<number | null> {
		const count = await this.#run('count', 'counting');
		if (count === null) return null;
		this.#phase = count > 0 ? { name: 'idle' } : { name: 'moved', count };
		return count > 0 ? count : null;
	}

	async move(): Promise<void> {
		const count = await this.#run('move', 'moving');
		if (count !== null) this.#phase = { name: 'moved', count };
	}

	/** Nothing is changed then, unless it was being stored already: that is said. */
	cancel(): void {
		this.#running?.abort();
	}

	/** Null when it was cancelled or failed, which the phase tells. */
	async #run(act: MoveRequest['act'], name: 'counting' | 'moving'): Promise<number | null> {
		if (this.#running) return null;
		const running = new AbortController();
		this.#running = running;
		this.#phase = { name, done: 0 };
		try {
			const count = await this.#ask(act, running.signal, (done, of) => {
				this.#phase = { name, done: done / of };
			});
			if (count === null) this.#phase = { name: 'cancelled' };
			return count;
		} catch (cause) {
			this.#phase = { name: 'failed', reason: failureWords(cause) };
			return null;
		} finally {
			this.#running = null;
		}
	}

	/** A worker does it, or the store where no worker sees what it holds. */
	#ask(act: MoveRequest['act'], signal: AbortSignal, told: (done: number, of: number) => void) {
		const { inMemory, store } = this.#app;
		const moment = this.#app.now();
		if (!inMemory) return askMove({ database: store.databaseName, moment, act }, told, signal);
		return act === 'count' ? store.countMovableDueDates(moment) : store.moveDueDates(moment);
	}
}
