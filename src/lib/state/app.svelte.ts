import { createContext } from 'svelte';
import { createMemoryModel } from '#lib/domain/memory/fsrs.ts';
import type { Sentinel } from '#lib/domain/safety/sentinel.ts';
import { defaultSettings, type Settings } from '#lib/domain/settings/settings.ts';
import type { Clock } from '#lib/domain/time/clock.ts';
import { momentOf, type Moment } from '#lib/domain/time/moment.ts';
import { failureWords } from '#lib/storage/database/failure-words.ts';
import { NewerDatabaseError } from '#lib/storage/database/newer-database-error.ts';
import { NoCopyError } from '#lib/storage/database/no-copy-error.ts';
import type { JournalStatus } from '#lib/storage/safety/journal-status.ts';
import { LossError } from '#lib/storage/safety/loss-error.ts';
import type { Store } from '#lib/storage/store.ts';

/**
 * - `superseded`: another tab needs the database for a newer version; this one writes no more
 * - `outdated`: the database was made by a newer version than this page
 * - `lost`: the database holds less than was saved; see `loss`
 * - `uncopied`: it waits to be upgraded, and no backup could be kept before; see `problem`
 * - `failed`: it could not be opened; see `problem`
 */
export type Phase =
	'opening' | 'ready' | 'superseded' | 'outdated' | 'lost' | 'uncopied' | 'failed';

/** What every screen shares: the store, the clock and the settings. The layout makes it and hands it down. */
export class App {
	readonly clock: Clock;
	#phase = $state<Phase>('opening');
	#problem = $state('');
	#inMemory = $state(false);
	#loss = $state.raw<Sentinel | null>(null);
	#journal = $state.raw<JournalStatus>({ state: 'starting', reason: '' });
	#store = $state.raw<Store | null>(null);
	#settings = $state.raw<Settings>(defaultSettings);
	readonly #model = $derived(createMemoryModel(this.#settings.parameters));

	constructor(clock: Clock) {
		this.clock = clock;
	}

	/** @param connect opens the store and fills in what a first visit finds */
	async open(connect: (superseded: () => void) => Promise<Store>): Promise<void> {
		if (this.#phase === 'uncopied') this.#phase = 'opening';
		try {
			const store = await connect(() => (this.#phase = 'superseded'));
			this.#settings = await store.settings();
			store.changes(() => void this.reloadSettings(store), { own: false });
			this.#store = store;
			this.#opened('ready');
		} catch (cause) {
			if (cause instanceof LossError) return this.lose(cause.seen);
			this.#problem = failureWords(cause);
			this.#opened(phaseAfter(cause));
		}
	}

	/** A newer version may have taken the database while this page was opening it: that is then the news. */
	#opened(phase: Phase) {
		if (this.#phase === 'opening') this.#phase = phase;
	}

	/** Stops writing at once: the database holds less than `seen`. */
	lose(seen: Sentinel): void {
		this.#loss = seen;
		this.#phase = 'lost';
		this.#store?.close();
	}

	/** Goes on in a store that nothing outlives. @param connect opens it */
	async goOnInMemory(connect: () => Promise<Store>): Promise<void> {
		const store = await connect();
		this.#store?.close();
		this.#store = store;
		this.#settings = await store.settings();
		this.#inMemory = true;
		this.#phase = 'ready';
	}

	/** Nothing is being saved: what is done is gone with the page. */
	get inMemory(): boolean {
		return this.#inMemory;
	}

	/** Stops writing and looks what the second copy holds: a check found something gone. */
	async recover(): Promise<void> {
		this.lose(await this.store.sentinel());
	}

	/** What had been saved and is not all there. */
	get loss(): Sentinel | null {
		return this.#loss;
	}

	/** How the second copy stands. */
	get journal(): JournalStatus {
		return this.#journal;
	}

	set journal(status: JournalStatus) {
		this.#journal = status;
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

function phaseAfter(cause: unknown): Phase {
	if (cause instanceof NewerDatabaseError) return 'outdated';
	return cause instanceof NoCopyError ? 'uncopied' : 'failed';
}

export const [getApp, setApp] = createContext<App>();
