import { canonicalJson } from './canonical-json.ts';
import { latest, SEED_STAMP, type Stamp } from './hybrid-clock.ts';

/**
 * A record whose fields each know when they were last written, so that two devices' copies merge field by
 * field. A deletion is a stamp too: a tombstone, that a later write to any field outlives.
 */
export interface Stamped<T extends object> {
	readonly value: T;
	readonly stamps: Readonly<Stamps<T>>;
	readonly deleted: Stamp | null;
}

type Stamps<T> = { [K in keyof T]: Stamp };

/** A record whose fields all bear one stamp; `SEED_STAMP` for built-in content. */
export function stamped<T extends object>(value: T, stamp: Stamp): Stamped<T> {
	return { value, stamps: stampAll(value, stamp), deleted: null };
}

/** The record with some fields changed. Those that stay equal keep their stamps. */
export function edited<T extends object>(
	record: Stamped<T>,
	changes: Partial<T>,
	stamp: Stamp,
): Stamped<T> {
	const changed = keysOf(changes).filter((key) => !sameValue(changes[key], record.value[key]));
	const stamps: Stamps<T> = { ...record.stamps };
	for (const key of changed) stamps[key] = stamp;
	return { ...record, value: { ...record.value, ...changes }, stamps };
}

export function deleted<T extends object>(record: Stamped<T>, stamp: Stamp): Stamped<T> {
	return { ...record, deleted: stamp };
}

/** Takes a deletion back: every field counts as written now, which outlives the tombstone. */
export function restored<T extends object>(record: Stamped<T>, stamp: Stamp): Stamped<T> {
	return { ...record, stamps: stampAll(record.value, stamp) };
}

/** Whether the deletion came after every write. */
export function isDeleted<T extends object>({ stamps, deleted }: Stamped<T>): boolean {
	return deleted !== null && keysOf(stamps).every((key) => stamps[key] <= deleted);
}

/**
 * What two copies of one record come to: of each field the later write, of two tombstones the later. The
 * order and number of merges don't matter.
 */
export function mergeRecords<T extends object>(a: Stamped<T>, b: Stamped<T>): Stamped<T> {
	const value = { ...a.value };
	const stamps: Stamps<T> = { ...a.stamps };
	for (const key of keysOf(b.value)) {
		if (!(key in a.value) || wins(b, a, key)) {
			value[key] = b.value[key];
			stamps[key] = stampOf(b, key);
		}
	}
	return { value, stamps, deleted: latestTombstone(a.deleted, b.deleted) };
}

/** A stamp names one write, so ties are of equal values; for those that aren't, any fixed choice will do. */
function wins<T extends object>(a: Stamped<T>, b: Stamped<T>, key: keyof T): boolean {
	const [ours, theirs] = [stampOf(a, key), stampOf(b, key)];
	if (ours !== theirs) return ours > theirs;
	return canonicalJson(a.value[key]) > canonicalJson(b.value[key]);
}

/** A field that an older version of the app didn't have bears no stamp in its copies. */
function stampOf<T extends object>(record: Stamped<T>, key: keyof T): Stamp {
	const stamps: Partial<Stamps<T>> = record.stamps;
	return stamps[key] ?? SEED_STAMP;
}

function latestTombstone(a: Stamp | null, b: Stamp | null): Stamp | null {
	if (a === null || b === null) return a ?? b;
	return latest(a, b);
}

function sameValue(a: unknown, b: unknown): boolean {
	return a === b || canonicalJson(a) === canonicalJson(b);
}

function stampAll<T extends object>(value: T, stamp: Stamp): Stamps<T> {
	return Object.fromEntries(keysOf(value).map((key) => [key, stamp])) as Stamps<T>;
}

function keysOf<T extends object>(value: T): (keyof T & string)[] {
	return Object.keys(value) as (keyof T & string)[];
}
