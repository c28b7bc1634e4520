import type { Collection } from '#lib/domain/merge/collection.ts';
import type { Snapshot } from '#lib/domain/merge/snapshot.ts';
import type { Sentinel } from '#lib/domain/safety/sentinel.ts';
import type { Merged } from '#lib/storage/merging/merge-snapshot.ts';
import type { SeedArticle } from '#lib/storage/records/seed-article.ts';
import { isSeeded, seed } from '#lib/storage/records/seed.ts';
import { headInfo, type HeadInfo } from '#lib/storage/safety/head-info.ts';
import { lastBackupAt, setLastBackupAt } from '#lib/storage/safety/last-backup.ts';
import {
	persistStorage,
	storageStatus,
	type PersistAnswer,
	type StorageStatus,
} from '#lib/storage/safety/persist-storage.ts';
import { presentSentinel } from '#lib/storage/safety/present-sentinel.ts';
import { RecordStore } from './record-store.ts';

/** The collection as a whole: seeding, taking out, putting in, and what keeps it. The log is `Store`'s. */
export class CollectionStore extends RecordStore {
	#persisting: Promise<PersistAnswer> | null = null;

	/** Whether these built-in decks were the last to be seeded. */
	isSeeded(version: string): Promise<boolean> {
		return isSeeded(this.context.db, version);
	}

	/** Adds or refreshes built-in decks; what the user edited or deleted stays so. */
	seed(
		articles: readonly SeedArticle[],
		version: string = JSON.stringify(articles),
	): Promise<void> {
		return seed(this.context, articles, version);
	}

	async exportAll(): Promise<Snapshot> {
		return (await snapshots()).exportAll(this.context);
	}

	/** All or nothing. Schedules and totals are rebuilt from the events. */
	async replaceAll(snapshot: Snapshot): Promise<void> {
		return (await snapshots()).replaceAll(this.context, snapshot);
	}

	/** The same of a collection whose log stands in columns. @param progress told how much is done */
	async replaceWith(
		collection: Collection,
		progress?: (done: number, of: number) => void,
	): Promise<void> {
		return (await snapshots()).replaceWith(this.context, collection, progress);
	}

	/** After a worker has replaced everything: every tab reads again, and the journal follows. */
	replaced(): void {
		this.context.rules.forget();
		this.context.announce('everything');
	}

	/**
	 * Takes in what another device, or an older copy of this one, has: all or nothing. Seed again afterwards.
	 */
	async merge(snapshot: Snapshot): Promise<Merged> {
		return (await import('#lib/storage/merging/merge-snapshot.ts')).mergeSnapshot(
			this.context,
			snapshot,
		);
	}

	/** Empties everything; the device keeps its id and goes on counting. Seed again afterwards. */
	async wipe(): Promise<void> {
		this.#persisting = null;
		return (await snapshots()).wipe(this.context);
	}

	/** How much there is, to warn before an older file takes its place. */
	headInfo(): Promise<HeadInfo> {
		return headInfo(this.context);
	}

	/** What the database says it holds, as sentinels outside of it keep it. */
	sentinel(): Promise<Sentinel> {
		return presentSentinel(this.context.db);
	}

	/** In ms; null for never. */
	lastBackupAt(): Promise<number | null> {
		return lastBackupAt(this.context);
	}

	setLastBackupAt(at: number): Promise<void> {
		return setLastBackupAt(this.context, at);
	}

	/** Asks the browser once to keep the data; call it after the first real review. */
	persist(): Promise<PersistAnswer> {
		return (this.#persisting ??= persistStorage(this.context.db));
	}

	storageStatus(): Promise<StorageStatus> {
		return storageStatus(this.context.db);
	}
}

/** Fetched when asked for, and so always before a transaction begins: most visits never need it. */
const snapshots = () => import('#lib/storage/merging/snapshot-store.ts');
