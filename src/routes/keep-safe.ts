import type { Sentinel } from '#lib/domain/safety/sentinel.ts';
import type { App } from '#lib/state/app.svelte.ts';
import type { GreenRoomDatabase } from '#lib/storage/database.ts';
import type { Store } from '#lib/storage/store.ts';

/** Long enough for a screen to be drawn and used first. */
const PAUSE_MS = 2000;

/**
 * Begins to keep the second copy: at the first commit, or when the first screen has settled. What was
 * committed by then is caught up with.
 */
export function keepSafe(app: App, store: Store, db: GreenRoomDatabase, present: Sentinel): void {
	let begun = false;
	const begin = () => {
		if (begun) return;
		begun = true;
		stop();
		clearTimeout(pause);
		void start(app, store, db, present);
	};
	const stop = store.changes(begin, { own: true });
	const pause = setTimeout(begin, PAUSE_MS);
}

async function start(app: App, store: Store, db: GreenRoomDatabase, present: Sentinel) {
	try {
		const { JournalKeeper } = await import('#lib/workers/keep-journal.ts');
		if (!db.isOpen()) return;
		new JournalKeeper(store, db, present, {
			lost: (seen) => app.lose(seen),
			status: (status) => (app.journal = status),
		});
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		app.journal = { state: 'failing', reason };
	}
}
