import { builtInArticles, builtInVersion } from '#lib/content/built-in.ts';
import {
	emptySentinel,
	knows,
	mergeSentinels,
	shortfall,
	type Sentinel,
} from '#lib/domain/safety/sentinel.ts';
import type { App } from '#lib/state/app.svelte.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { exclusively } from '#lib/storage/database/exclusively.ts';
import { NewerDatabaseError } from '#lib/storage/database/newer-database-error.ts';
import { NoCopyError } from '#lib/storage/database/no-copy-error.ts';
import { openDatabase } from '#lib/storage/database/open-database.ts';
import { patiently } from '#lib/storage/database/patiently.ts';
import { localSentinel } from '#lib/storage/safety/local-sentinel.ts';
import { LossError } from '#lib/storage/safety/loss-error.ts';
import { presentSentinel } from '#lib/storage/safety/present-sentinel.ts';
import { Store } from '#lib/storage/store.ts';
import { backUpBeforeUpgrade } from './back-up-before-upgrade.ts';
import { deviceClock } from './device-clock.ts';
import { keepSafe } from './keep-safe.ts';

export const DATABASE = 'green-room';

/**
 * Opens this device's store, sees that nothing is missing and that the built-in decks are in it.
 *
 * @param copied whether a backup has to be kept before an upgrade; the person may have decided against it
 * @throws LossError when the database holds less than was seen in it before
 * @throws NoCopyError when no backup could be kept before an upgrade
 */
export async function connect(app: App, superseded: () => void, copied = true): Promise<Store> {
	const seen = localSentinel(DATABASE) ?? emptySentinel;
	const db = await openOrTell(seen, superseded, copied);
	const present = await presentSentinel(db).catch(() => emptySentinel);
	// A first visit, or everything is gone: OPFS is asked before anything begins afresh.
	const known = present.own === null ? mergeSentinels(seen, await seenByOpfs()) : seen;
	if (shortfall(present, known)) {
		db.close();
		throw new LossError(known);
	}
	const store = new Store(db, deviceClock, (count) =>
		crypto.getRandomValues(new Uint8Array(count)),
	);
	await connectContent(store);
	keepSafe(app, store, db, present);
	return store;
}

/** Adds or refreshes the built-in decks: on the first visit, with a new version, after a restore. */
export async function connectContent(store: Store): Promise<void> {
	if (await store.isSeeded(builtInVersion)) return;
	await store.seed(await builtInArticles(), builtInVersion);
}

/** A database that held something and does not open any more is a loss, not a first visit. */
async function openOrTell(
	seen: Sentinel,
	superseded: () => void,
	copied: boolean,
): Promise<GreenRoomDatabase> {
	const open = () =>
		exclusively(`${DATABASE} upgrade`, async () => {
			if (copied) await backUpBeforeUpgrade(DATABASE);
			return openDatabase({ name: DATABASE, onSuperseded: superseded });
		});
	try {
		// Where nothing was seen yet, nothing is lost, and a browser that refuses need not be asked again.
		return await patiently(open, (cause) => knows(seen) && !isAnswer(cause));
	} catch (error) {
		if (isAnswer(error)) throw error;
		const known = mergeSentinels(seen, await seenByOpfs());
		throw knows(known) ? new LossError(known) : error;
	}
}

/** The database was found, and is not opened for a reason. */
function isAnswer(cause: unknown): boolean {
	return cause instanceof NewerDatabaseError || cause instanceof NoCopyError;
}

async function seenByOpfs(): Promise<Sentinel> {
	try {
		const [{ journalFolder }, { opfsSentinel }] = await Promise.all([
			import('#lib/workers/journal/journal-folder.ts'),
			import('#lib/workers/journal/opfs-sentinel.ts'),
		]);
		return await opfsSentinel(await journalFolder(DATABASE));
	} catch {
		// No OPFS here, or none that may be read: localStorage has had its say.
		return emptySentinel;
	}
}
