/** A whole database as JSON: what a released version of the app left behind. */
export interface Fixture {
	/** The browser's version number, ten times Dexie's. */
	readonly nativeVersion: number;
	readonly stores: Readonly<Record<string, FixtureStore>>;
}

interface FixtureStore {
	readonly keyPath: string | string[];
	readonly indexes: readonly FixtureIndex[];
	readonly rows: readonly unknown[];
}

interface FixtureIndex {
	readonly name: string;
	readonly keyPath: string | string[];
	readonly unique: boolean;
	readonly multiEntry: boolean;
}

/** Makes the database as it was, without any code of the app. */
export async function loadFixture(name: string, fixture: Fixture): Promise<void> {
	const request = indexedDB.open(name, fixture.nativeVersion);
	request.onupgradeneeded = () => {
		for (const [store, { keyPath, indexes, rows }] of Object.entries(fixture.stores)) {
			const made = request.result.createObjectStore(store, { keyPath });
			for (const { name, keyPath, ...options } of indexes) {
				made.createIndex(name, keyPath, options);
			}
			for (const row of rows) made.add(row);
		}
	};
	const db = await settled(request);
	db.close();
}

/** The inverse: everything in a database, for the fixture of a new version. */
export async function dumpDatabase(db: IDBDatabase): Promise<Fixture> {
	const names = [...db.objectStoreNames];
	const transaction = db.transaction(names);
	const stores = names.map(async (name) => {
		const store = transaction.objectStore(name);
		const indexes = [...store.indexNames].map((index): FixtureIndex => {
			const { keyPath, unique, multiEntry } = store.index(index);
			return { name: index, keyPath, unique, multiEntry };
		});
		const rows: unknown[] = await settled(store.getAll());
		return [name, { keyPath: store.keyPath ?? '', indexes, rows }] as const;
	});
	return { nativeVersion: db.version, stores: Object.fromEntries(await Promise.all(stores)) };
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('The database refused.'));
	});
}
