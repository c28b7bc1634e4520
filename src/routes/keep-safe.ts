import type { Sentinel } from '#lib/domain/safety/sentinel.ts';
import type { App } from '#lib/state/app.svelte.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import type { Store } from '#lib/storage/store.ts';

/** Long enough for a screen to be drawn and used first. */
const PAUSE_MS = 2000;

/**
 * Begins to keep the second copy: at the first commit of what it carries, or when the first screen has settled.
 * What was committed by then is caught up with.
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
	const stop = store.changes(
		({ part }) => {
			if (part !== 'session' && part !== 'plan') begin();
		},
		{ own: true },
	);
	const pause = setTimeout(begin, PAUSE_MS);
}

/** So long after the start the whole collection is looked through, when the person pauses. */
const IDLE_MS = 20_000;

/** At most once a day: it reads everything, in a worker. */
const EVERY_MS = 86_400_000;

/** Finds rows that went missing in the middle, which no count of heads shows. */
async function lookThrough(app: App, db: GreenRoomDatabase): Promise<void> {
	const key = `${db.name}-looked-through`;
	try {
		const now = app.clock.now();
		const last = Number(localStorage.getItem(key) ?? 0);
		if (!db.isOpen() || Math.abs(now - last) < EVERY_MS) return;
		localStorage.setItem(key, String(now));
		const { askCheck } = await import('#lib/workers/checking/ask-check.ts');
		const request = { database: db.name, mend: false };
		const found = await askCheck(request, () => undefined, new AbortController().signal);
		if (!found.moved && found.damaged + found.missing > 0) await app.recover();
	} catch {
		// The next visit looks again, and Settings can be asked at any time.
	}
}

async function start(app: App, store: Store, db: GreenRoomDatabase, present: Sentinel) {
	try {
		const { JournalKeeper } = await import('#lib/workers/journal/keep-journal.ts');
		if (!db.isOpen()) return;
		new JournalKeeper(store, db, present, {
			lost: (seen) => app.lose(seen),
			status: (status) => (app.journal = status),
		});
		setTimeout(() => void lookThrough(app, db), IDLE_MS);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		app.journal = { state: 'failing', reason };
	}
}
