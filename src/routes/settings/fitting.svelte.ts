import type { FitRecord } from '#lib/domain/optimizer/fit-record.ts';
import type { FitFacts, FitVerdict } from '#lib/domain/optimizer/judge-fit.ts';
import type { Settings } from '#lib/domain/settings/settings.ts';
import type { App } from '#lib/state/app.svelte.ts';
import type { askFit, RunningFit } from '#lib/workers/fitting/ask-fit.ts';
import type { FitProgress } from '#lib/workers/fitting/fit-message.ts';
import { askReplay } from '#lib/workers/replaying/ask-replay.ts';

export type FitPhase =
	| { readonly name: 'idle' | 'busy' | 'cancelled' }
	| { readonly name: 'running'; readonly progress: FitProgress }
	/** Every card's memory is computed by the new parameters. `done`: the share, 0 to 1. */
	| { readonly name: 'replaying'; readonly done: number }
	| {
			readonly name: 'verdict';
			readonly verdict: FitVerdict;
			readonly comparedWith: readonly number[];
	  }
	/** Since the fit began, another tab or device changed the parameters: what was compared no longer holds. */
	| { readonly name: 'overtaken' }
	| { readonly name: 'failed'; readonly reason: string };

/** One person's way through a fit: ask, wait or cancel, look at what it gains, take it, go back. */
export class Fitting {
	readonly #app: App;
	readonly #ask: typeof askFit;
	readonly #putInForce: typeof askReplay;
	#running: RunningFit | null = null;
	#replaying: AbortController | null = null;
	#phase = $state.raw<FitPhase>({ name: 'idle' });

	/** @param ask starts the worker that fits @param putInForce and the one that replays every card */
	constructor(app: App, ask: typeof askFit, putInForce = askReplay) {
		this.#app = app;
		this.#ask = ask;
		this.#putInForce = putInForce;
	}

	get phase(): FitPhase {
		return this.#phase;
	}

	async start(): Promise<void> {
		if (this.#running) return;
		const { settings, store } = this.#app;
		const { parameters, relearningStepsSeconds } = settings;
		this.#phase = { name: 'running', progress: { part: 'reading', done: 0 } };
		const running = this.#ask(
			{
				database: store.databaseName,
				parameters: [...parameters],
				relearningSteps: relearningStepsSeconds.length,
			},
			(progress) => {
				if (this.#running === running) this.#phase = { name: 'running', progress };
			},
		);
		this.#running = running;
		try {
			const verdict = await running.verdict;
			if (this.#running !== running) return;
			if (verdict === 'busy') this.#phase = { name: 'busy' };
			else await this.#judged(verdict, parameters);
		} catch (cause) {
			if (this.#running !== running) return;
			this.#failed(cause);
		} finally {
			if (this.#running === running) this.#running = null;
		}
	}

	cancel(): void {
		this.#running?.cancel();
		this.#running = null;
		this.#replaying?.abort(new Error('Cancelled.'));
		this.#phase = { name: 'cancelled' };
	}

	/** Puts the fitted parameters in force; due dates stay. */
	async take(): Promise<void> {
		const { phase } = this;
		if (phase.name !== 'verdict' || phase.verdict.kind !== 'better') return;
		const { parameters } = this.#app.settings;
		if (!areSame(parameters, phase.comparedWith)) {
			this.#phase = { name: 'overtaken' };
			return;
		}
		const { facts, parameters: fitted } = phase.verdict;
		const fit = await this.#record('taken', facts, parameters);
		await this.#replay({ parameters: fitted, fit });
	}

	/** Keeps what is in force; nobody is asked again about the same reviews. */
	async decline(): Promise<void> {
		const { phase } = this;
		if (phase.name !== 'verdict' || phase.verdict.kind !== 'better') return;
		const { fit } = this.#app.settings;
		const record = await this.#record('declined', phase.verdict.facts, fit?.previous ?? null);
		await this.#app.changeSettings({ fit: record });
		this.#phase = { name: 'idle' };
	}

	/** Back to the parameters that were in force before the last fit. */
	async goBack(): Promise<void> {
		const { fit } = this.#app.settings;
		if (!fit?.previous) return;
		const returned: FitRecord = { ...fit, outcome: 'returned', previous: null };
		await this.#replay({ parameters: fit.previous, fit: returned });
	}

	/** New parameters need every card replayed: a worker does it, or the store where no worker sees what it holds. */
	async #replay(changes: Partial<Settings>): Promise<void> {
		const app = this.#app;
		if (this.#replaying) return;
		const replaying = new AbortController();
		this.#replaying = replaying;
		this.#phase = { name: 'replaying', done: 0 };
		try {
			if (app.inMemory) await app.changeSettings(changes);
			else {
				const request = {
					database: app.store.databaseName,
					changes,
					now: app.clock.now(),
				};
				const told = (done: number, of: number) => {
					if (!replaying.signal.aborted) this.#phase = { name: 'replaying', done: done / of };
				};
				await this.#putInForce(request, told, replaying.signal);
				await app.reloadSettings();
			}
			this.#phase = { name: 'idle' };
		} catch (cause) {
			if (!replaying.signal.aborted) this.#failed(cause);
			else await this.#tellOfCancelling(changes);
		} finally {
			this.#replaying = null;
		}
	}

	/** What was being committed when it was given up is in force all the same. */
	async #tellOfCancelling({ parameters = [] }: Partial<Settings>): Promise<void> {
		await this.#app.reloadSettings();
		if (areSame(this.#app.settings.parameters, parameters)) this.#phase = { name: 'idle' };
	}

	#failed(cause: unknown): void {
		const reason = cause instanceof Error ? cause.message : String(cause);
		this.#phase = { name: 'failed', reason };
	}

	async #judged(verdict: FitVerdict, comparedWith: readonly number[]): Promise<void> {
		if (verdict.kind !== 'better') {
			const facts = verdict.kind === 'no-better' ? verdict.facts : null;
			const previous = this.#app.settings.fit?.previous ?? null;
			await this.#app.changeSettings({ fit: await this.#record('nothing', facts, previous) });
		}
		this.#phase = { name: 'verdict', verdict, comparedWith };
	}

	async #record(
		outcome: FitRecord['outcome'],
		facts: FitFacts | null,
		previous: readonly number[] | null,
	): Promise<FitRecord> {
		const { eventCount: events } = await this.#app.store.headInfo();
		return { at: this.#app.clock.now(), events, facts, outcome, previous };
	}
}

function areSame(one: readonly number[], other: readonly number[]): boolean {
	return one.length === other.length && one.every((value, index) => value === other[index]);
}
