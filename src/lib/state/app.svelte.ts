import { createContext } from 'svelte';
import { createMemoryModel } from '#lib/domain/memory/fsrs.ts';
import { defaultSettings, type Settings } from '#lib/domain/settings/settings.ts';
import type { Clock } from '#lib/domain/time/clock.ts';
import { momentOf, type Moment } from '#lib/domain/time/moment.ts';
import type { Store } from '#lib/storage/store.ts';

export type Phase = 'opening' | 'ready' | 'superseded' | 'failed';

/** What every screen shares: the store, the clock and the settings. The layout makes it and hands it down. */
export class App {
	readonly clock: Clock;
	#phase = $state<Phase>('opening');
	#problem = $state('');
	#store = $state.raw<Store | null>(null);
	#settings = $state.raw<Settings>(defaultSettings);
	readonly #model = $derived(createMemoryModel(this.#settings.parameters));

	constructor(clock: Clock) {
		this.clock = clock;
	}

	/** @param connect opens the store and fills in what a first visit finds */
	async open(connect: (superseded: () => void) => Promise<Store>): Promise<void> {
		try {
			const store = await connect(() => (this.#phase = 'superseded'));
			this.#settings = await store.settings();
			store.changes(() => void this.reloadSettings(store), { own: false });
			this.#store = store;
			this.#opened('ready');
		} catch (cause) {
			this.#problem = cause instanceof Error ? cause.message : String(cause);
			this.#opened('failed');
		}
	}

	/** A newer version may have taken the database while this page was opening it: that is then the news. */
	#opened(phase: Phase) {
		if (this.#phase === 'opening') this.#phase = phase;
	}

	get phase(): Phase {
		return this.#phase;
	}

	get problem(): string {
		return this.#problem;
	}

	/** Screens are shown only once the store is open. */
	get store(): Store {
		if (!this.#store) throw new Error('The store is not open yet.');
		return this.#store;
	}

	get settings(): Settings {
		return this.#settings;
	}

	get model() {
		return this.#model;
	}

	now(): Moment {
		return momentOf(this.clock, this.#settings.rolloverHour);
	}

	async changeSettings(change: Partial<Settings>): Promise<void> {
		await this.store.changeSettings(change);
		this.#settings = await this.store.settings();
	}

	/** After they were changed by something else: another tab, a restore. */
	async reloadSettings(store = this.store): Promise<void> {
		const settings = await store.settings();
		if (JSON.stringify(settings) !== JSON.stringify(this.#settings)) this.#settings = settings;
	}
}

export const [getApp, setApp] = createContext<App>();
