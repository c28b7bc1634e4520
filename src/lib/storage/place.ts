/** The browser's own IndexedDB, or that of a storage bucket beside it. */
export interface Place {
	readonly indexedDB: IDBFactory;
	readonly IDBKeyRange: typeof IDBKeyRange;
}

/** As far as it is used here: TypeScript's library does not know storage buckets yet. */
interface Buckets {
	keys(): Promise<string[]>;
	open(
		name: string,
		options?: { readonly persisted: boolean; readonly durability: 'strict' },
	): Promise<{ readonly indexedDB: IDBFactory }>;
	delete(name: string): Promise<void>;
}

/**
 * Where a database is kept: in a storage bucket once it was moved there, else where browsers keep everything.
 * That the bucket exists is the choice itself, so that every tab and worker comes to the same one.
 */
export async function placeOf(database: string): Promise<Place> {
	const buckets = storageBuckets();
	const name = bucketName(database);
	const made = (await buckets?.keys().catch((): string[] => [])) ?? [];
	if (!buckets || !made.includes(name)) return own();
	return { ...own(), indexedDB: (await buckets.open(name)).indexedDB };
}

/**
 * Chooses a bucket, empty, as the place from now on: damage of some files makes Chromium refuse every database
 * of the site, new ones too, but not those of a bucket. A damaged bucket is replaced.
 *
 * @returns whether there is such a place; not every browser has storage buckets
 */
export async function moveToBucket(database: string): Promise<boolean> {
	const buckets = storageBuckets();
	if (!buckets) return false;
	const name = bucketName(database);
	await buckets.delete(name);
	await buckets.open(name, { persisted: true, durability: 'strict' });
	return true;
}

/** Gives the bucket up, with all that is in it: the browser's own place is the one again. */
export async function leaveBucket(database: string): Promise<void> {
	await storageBuckets()?.delete(bucketName(database));
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

/** Small letters, digits and hyphens are all that a bucket's name may have, and 64 of them. */
function bucketName(database: string): string {
	return `kept-${database.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`.slice(0, 64);
}
