import type { Change, ChangedPart, Written } from './change.ts';

type Listener = (change: Change) => void;

/** Tells the stores of other tabs what was committed here, and hears what they committed. */
export class OtherTabs {
	readonly #channel: BroadcastChannel;
	#isClosed = false;
	readonly #listeners = new Map<Listener, { readonly own: boolean }>();

	/** @param name of the database */
	constructor(name: string) {
		this.#channel = new BroadcastChannel(`${name} commits`);
		this.#channel.onmessage = ({ data }: MessageEvent<ChangedPart>) =>
			this.#tell({ part: data, written: null, own: false });
	}

	/** Never throws: what it tells of is committed, whoever hears it. */
	announce(part: ChangedPart, written: Written | null = null): void {
		if (this.#isClosed) return;
		this.#channel.postMessage(part);
		this.#tell({ part, written, own: true });
	}

	/** @returns how to stop listening */
	listen(listener: Listener, options: { readonly own: boolean }): () => void {
		// Wrapped, so that one function may listen twice and stop once.
		const wrapped: Listener = (change) => listener(change);
		this.#listeners.set(wrapped, options);
		return () => this.#listeners.delete(wrapped);
	}

	close(): void {
		this.#isClosed = true;
		this.#channel.close();
		this.#listeners.clear();
	}

	#tell(change: Change): void {
		for (const [listener, { own }] of this.#listeners) {
			if (change.own && !own) continue;
			try {
				listener(change);
			} catch (error) {
				reportError(error);
			}
		}
	}
}
