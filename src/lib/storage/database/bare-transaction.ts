import type { Table } from 'dexie';
import type { GreenRoomDatabase } from './database.ts';

/** A transaction of the browser's own, for where a person waits for every millisecond. */
export interface BareTransaction {
	readonly get: <Row, Key>(
		table: Table<Row, Key>,
		key: NoInfer<Key> & IDBValidKey,
	) => Promise<Row | undefined>;
	/** Rows of a range of an index, in its order. */
	readonly getAll: <Row, Key>(
		table: Table<Row, Key>,
		index: string,
		range: IDBKeyRange,
	) => Promise<Row[]>;
	readonly remove: <Row, Key>(table: Table<Row, Key>, key: NoInfer<Key> & IDBValidKey) => void;
	readonly put: <Row, Key>(table: Table<Row, Key>, row: NoInfer<Row>) => void;
	/** Fails, and with it everything, when the key or a unique index is taken. */
	readonly add: <Row, Key>(table: Table<Row, Key>, row: NoInfer<Row>) => void;
}

/**
 * Runs a strict transaction without Dexie, whose bookkeeping takes as long as the writes themselves. Reads
 * may be awaited and nothing else; writes are sent off, and the promise waits for their commit.
 *
 * @param meanwhile given what `work` came to, while the commit is under way: it may still fail
 * @throws what aborted the transaction; nothing is written then
 */
export async function bareTransaction<T>(
	db: GreenRoomDatabase,
	tables: readonly { readonly name: string }[],
	work: (transaction: BareTransaction) => Promise<T>,
	meanwhile?: (result: T) => void,
): Promise<T> {
	if (!db.isOpen()) throw new Error('The database is closed: this page may no longer write to it.');
	const names = tables.map(({ name }) => name);
	const transaction = db.backendDB().transaction(names, 'readwrite', { durability: 'strict' });
	const committed = settled(transaction);
	// Observed below; until then a failure must not count as unhandled.
	committed.catch(() => undefined);
	try {
		const result = await work({
			get: ({ name }, key) => answered(transaction.objectStore(name).get(key)),
			getAll: ({ name }, index, range) =>
				answered(transaction.objectStore(name).index(index).getAll(range)),
			remove: ({ name }, key) => {
				transaction.objectStore(name).delete(key);
			},
			put: ({ name }, row) => {
				transaction.objectStore(name).put(row);
			},
			add: ({ name }, row) => {
				transaction.objectStore(name).add(row);
			},
		});
		transaction.commit();
		meanwhile?.(result);
		await committed;
		return result;
	} catch (error) {
		abort(transaction);
		throw transaction.error ?? error;
	}
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('The database did not answer.'));
	});
}

function settled(transaction: IDBTransaction): Promise<void> {
	return new Promise((resolve, reject) => {
		transaction.oncomplete = () => resolve();
		transaction.onabort = () => reject(transaction.error ?? new Error('The write was aborted.'));
	});
}

/** A transaction that is over already stays as it ended. */
function abort(transaction: IDBTransaction): void {
	try {
		transaction.abort();
	} catch {
		// Committed or aborted before.
	}
}
