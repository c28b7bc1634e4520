import { builtInArticles } from '#lib/content/built-in.ts';
import { openDatabase } from '#lib/storage/open-database.ts';
import { Store } from '#lib/storage/store.ts';
import { deviceClock } from './device-clock.ts';

/** Opens this device's store and sees that the built-in decks are in it. */
export async function connect(superseded: () => void): Promise<Store> {
	const db = await openDatabase({ onSuperseded: superseded });
	const store = new Store(db, deviceClock, (count) =>
		crypto.getRandomValues(new Uint8Array(count)),
	);
	await connectContent(store);
	return store;
}

/** Adds or refreshes the built-in decks: on the first visit, with a new version, after a restore. */
export async function connectContent(store: Store): Promise<void> {
	await store.seed(await builtInArticles());
}
