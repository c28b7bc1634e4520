import { knows, mergeSentinels, shortfall, type Sentinel } from '#lib/domain/safety/sentinel.ts';
import type { Change } from '#lib/storage/context/change.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import type { StoredRows } from '#lib/storage/database/watch-rows.ts';
import type { JournalStatus } from '#lib/storage/safety/journal-status.ts';
import { noteLocally } from '#lib/storage/safety/local-sentinel.ts';
import { headOfRow, presentSentinel } from '#lib/storage/safety/present-sentinel.ts';
import type { Store } from '#lib/storage/store.ts';
import type { JournalMessage, JournalReply } from './journal-messages.ts';

/** What the tab wants to hear of. */
export interface JournalWatch {
	/** OPFS has seen more than the database holds. The keeper has stopped by then. */
	readonly lost: (seen: Sentinel) => void;
	readonly status: (status: JournalStatus) => void;
}

/**
 * Keeps the second copy of everything that one tab commits: sentinels in localStorage and OPFS, the journal
 * in OPFS. It hears of commits after they happened, never holds one up, and never throws: without OPFS
 * reviewing goes on, and the watch is told so.
 */
export class JournalKeeper {
	readonly #db: GreenRoomDatabase;
	readonly #worker: Worker;
	readonly #watch: JournalWatch;
	readonly #stops: (() => void)[];
	readonly #settling = new Map<number, () => void>();
	#present: Sentinel;
	#following = false;
	#status: JournalStatus = { state: 'starting', reason: '' };
	#asked = 0;
	#pending: Promise<void> = Promise.resolve();

	/**
	 * @param present as `presentSentinel` read it before the first commit
	 */
	constructor(store: Store, db: GreenRoomDatabase, present: Sentinel, watch: JournalWatch) {
		this.#db = db;
		this.#present = present;
		this.#watch = watch;
		this.#worker = new Worker(new URL('./journal.ts', import.meta.url), { type: 'module' });
		this.#worker.onmessage = ({ data }: MessageEvent<JournalReply>) => void this.#hear(data);
		this.#worker.onerror = ({ message }) => this.#fail(message);
		this.#stops = [
			store.changes((change) => this.#then(() => this.#changed(change)), { own: true }),
			db.onStored((rows) => this.#then(() => this.#stored(rows))),
		];
		this.#send({ act: 'open', database: db.name, tab: crypto.randomUUID() });
	}

	get status(): JournalStatus {
		return this.#status;
	}

	/** Resolves when everything that was committed before is in the journal, or the journal has failed. */
	async settled(): Promise<void> {
		await this.#pending;
		const id = ++this.#asked;
		return new Promise((resolve) => {
			this.#settling.set(id, resolve);
			this.#send({ act: 'settle', id });
		});
	}

	close(): void {
		for (const stop of this.#stops) stop();
		this.#worker.terminate();
	}

	async #hear(reply: JournalReply): Promise<void> {
		if (reply.tell === 'settled') this.#settling.get(reply.id)?.();
		if (reply.tell === 'kept') this.#tell({ state: 'kept', reason: '' });
		if (reply.tell === 'failed') this.#fail(reply.reason);
		if (reply.tell === 'opened') await this.#opened(reply.seen);
	}

	/** The database is read after OPFS, so that other tabs' commits in between look like no loss. */
	async #opened(seen: Sentinel | null): Promise<void> {
		try {
			const present = await presentSentinel(this.#db);
			if (seen && shortfall(present, seen)) {
				this.#tell({ state: 'lost', reason: '' });
				this.close();
				this.#watch.lost(seen);
				return;
			}
			if (!seen) this.#tell({ state: 'missing', reason: '' });
			this.#follow(present);
		} catch (error) {
			this.#fail(error instanceof Error ? error.message : String(error));
		}
	}

	#follow(present: Sentinel): void {
		this.#following = true;
		this.#note(present);
		this.#send({ act: 'follow', present: this.#present });
	}

	/** One after another, in the order of the commits, each once the page has shown what it waited for. */
	#then(work: () => Promise<void>): void {
		const later = () => new Promise<void>((resolve) => setTimeout(resolve));
		this.#pending = this.#pending
			.then(later)
			.then(work)
			.catch((error: unknown) => {
				this.#fail(error instanceof Error ? error.message : String(error));
			});
	}

	/**
	 * After a restore, a wipe or a merge, and after a worker's own commits, every tab follows: the one that made
	 * them may be gone.
	 */
	async #changed({ part, written }: Change): Promise<void> {
		if (written) {
			const { device, event } = written;
			// The stamp stays: an answer does not tell how far decks and settings are in the journal.
			const { generation, stamp, heads } = this.#present;
			const head = { ...heads, [device.id]: headOfRow(device) };
			this.#note({ generation, own: device.id, stamp, heads: head });
			this.#pass({ act: 'event', event, present: this.#present });
		} else if (part === 'everything' && this.#following) {
			this.#follow(await presentSentinel(this.#db));
		}
	}

	async #stored(rows: StoredRows): Promise<void> {
		this.#note(await presentSentinel(this.#db));
		this.#pass({ act: 'rows', rows, present: this.#present });
	}

	#note(present: Sentinel): void {
		this.#present = mergeSentinels(this.#present, present);
		if (knows(this.#present)) noteLocally(this.#db.name, this.#present);
	}

	/** After a failure the journal is brought up to the database as a whole. */
	#pass(message: JournalMessage): void {
		if (!this.#following) return;
		if (this.#status.state === 'failing') this.#follow(this.#present);
		else this.#send(message);
	}

	#send(message: JournalMessage): void {
		this.#worker.postMessage(message);
	}

	#tell(status: JournalStatus): void {
		this.#status = status;
		this.#watch.status(status);
	}

	#fail(reason: string): void {
		if (this.#status.state !== 'lost') this.#tell({ state: 'failing', reason });
		for (const settle of this.#settling.values()) settle();
	}
}
