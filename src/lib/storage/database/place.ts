/** The browser's own IndexedDB, or that of a storage bucket beside it. */
export interface Place {
	readonly indexedDB: IDBFactory;
	readonly IDBKeyRange: typeof IDBKeyRange;
}

/** Browsers differ in how much of it they have; outside a secure context there is none. */
export type PartialStorage = Partial<Pick<StorageManager, 'persist' | 'persisted' | 'estimate'>>;

/** As far as it is used here: TypeScript's library does not know storage buckets yet. */
interface Bucket extends PartialStorage {
	readonly indexedDB: IDBFactory;
}

/** Likewise. */
interface Buckets {
	keys(): Promise<string[]>;
	open(
		name: string,
		options?: { readonly persisted: boolean; readonly durability: 'strict' },
	): Promise<Bucket>;
	delete(name: string): Promise<void>;
}

/** A place that is written to before anything else looks there. */
export interface NewPlace {
	readonly place: Place;
	/** From now on it is the place, for every tab and worker; the former one is cleared. */
	choose(): Promise<void>;
	giveUp(): Promise<void>;
}

/**
 * Where a database is kept: in a storage bucket once it was moved there, else where browsers keep everything.
 *
 * A second, empty bucket marks the first as whole: it comes to be in one step, and a bucket that was being
 * filled when the browser died is never taken for the place.
 */
export async function placeOf(database: string): Promise<Place> {
	const bucket = await chosenBucket(database);
	return bucket ? { ...own(), indexedDB: bucket.indexedDB } : own();
}

/** What promises to keep that place, and tells how much is in it. The site's own does not speak for a bucket. */
export async function storageOf(database: string): Promise<PartialStorage> {
	const { navigator } = globalThis as {
		readonly navigator?: { readonly storage?: PartialStorage };
	};
	return (await chosenBucket(database)) ?? navigator?.storage ?? {};
}

/**
 * A bucket, empty, that can become the place. Damage of some files makes Chromium refuse every database of the
 * site, or forget at each start what was written since; a bucket has files of its own.
 *
 * @returns null where the browser has no storage buckets, or gives none
 */
export async function newPlace(database: string): Promise<NewPlace | null> {
	const buckets = storageBuckets();
	return buckets && nextBucket(buckets, database).catch(() => null);
}

async function nextBucket(buckets: Buckets, database: string): Promise<NewPlace> {
	const former = await chosenNumber(buckets, database);
	const number = former + 1;
	const giveUp = () => buckets.delete(kept(database, number));
	await giveUp();
	const { indexedDB } = await open(buckets, kept(database, number));
	return {
		place: { ...own(), indexedDB },
		giveUp,
		choose: async () => {
			await buckets.open(whole(database, number));
			if (former === 0) return void globalThis.indexedDB.deleteDatabase(database);
			await buckets.delete(whole(database, former));
			await buckets.delete(kept(database, former));
		},
	};
}

async function chosenBucket(database: string): Promise<Bucket | null> {
	const buckets = storageBuckets();
	// Where they can't even be counted, none was ever made.
	const number = buckets ? await chosenNumber(buckets, database).catch(() => 0) : 0;
	return number > 0 && buckets ? open(buckets, kept(database, number)) : null;
}

async function chosenNumber(buckets: Buckets, database: string): Promise<number> {
	const made = await buckets.keys();
	const prefix = whole(database, '');
	const numbers = made
		.filter((name) => name.startsWith(prefix))
		.map((name) => Number(name.slice(prefix.length)));
	return Math.max(0, ...numbers.filter(Number.isInteger));
}

function open(buckets: Buckets, name: string): Promise<Bucket> {
	return buckets.open(name, { persisted: true, durability: 'strict' });
}

function own(): Place {
	return { indexedDB: globalThis.indexedDB, IDBKeyRange: globalThis.IDBKeyRange };
}

function storageBuckets(): Buckets | null {
	const { navigator } = globalThis as {
		readonly navigator?: { readonly storageBuckets?: Buckets };
	};
	return navigator?.storageBuckets ?? null;
}

function kept(database: string, number: number): string {
	return `kept-${plain(database)}-${number}`;
}

function whole(database: string, number: number | ''): string {
	return `whole-${plain(database)}-${number}`;
}

/** Small letters, digits and hyphens are all that a bucket's name may have, and 64 of them. */
function plain(database: string): string {
	return database
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, '-')
		.slice(0, 50);
}
