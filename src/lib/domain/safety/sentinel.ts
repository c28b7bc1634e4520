import type { DeviceId } from '#lib/domain/cards/ids.ts';
import type { Head, HeadVector } from '#lib/domain/log/head.ts';
import { latest, SEED_STAMP, type Stamp } from '#lib/domain/merge/hybrid-clock.ts';

/**
 * What was seen to be safe in the database, noted outside of it: in localStorage and beside the journal. A
 * database that knows less than a sentinel has lost something.
 */
export interface Sentinel {
	/** Raised whenever a restore or a wipe replaced everything on purpose; lower ones are history. */
	readonly generation: number;
	/** This browser's device; null before it wrote anything. */
	readonly own: DeviceId | null;
	/** The latest stamp of this device: how far decks, notes and settings were seen. */
	readonly stamp: Stamp;
	readonly heads: HeadVector;
}

export const emptySentinel: Sentinel = { generation: 0, own: null, stamp: SEED_STAMP, heads: {} };

/** What a database has less than a sentinel. */
export interface Shortfall {
	/** Events that are gone: of the log as a whole, at least. */
	readonly entries: number;
	/** Events there are as many as there should be, but not the same ones. */
	readonly differs: boolean;
	/** The whole state is from before a restore or a wipe, or there is no state at all. */
	readonly outdated: boolean;
	/** Changes to decks, notes or settings up to this stamp are not all there; null when they are. */
	readonly content: Stamp | null;
}

/** Compares a database's own sentinel with one kept outside. Null when nothing is missing. */
export function shortfall(present: Sentinel, seen: Sentinel): Shortfall | null {
	if (present.generation > seen.generation) return null;
	let entries = 0;
	let differs = false;
	for (const [device, head] of headEntries(seen.heads)) {
		const here = present.heads[device];
		const missing = head.count - (here?.count ?? 0);
		if (missing > 0) entries += missing;
		else if (missing === 0 && here && here.hash !== head.hash) differs = true;
	}
	const outdated = present.generation < seen.generation || (present.own === null && knows(seen));
	const content = seen.stamp > present.stamp ? seen.stamp : null;
	return entries > 0 || differs || outdated || content !== null
		? { entries, differs, outdated, content }
		: null;
}

/** What two sentinels know together. Of different generations only the later counts. */
export function mergeSentinels(a: Sentinel, b: Sentinel): Sentinel {
	if (a.generation !== b.generation) return a.generation > b.generation ? a : b;
	const heads: Record<DeviceId, Head> = { ...a.heads };
	for (const [device, head] of headEntries(b.heads)) {
		const known = heads[device];
		if (!known || head.count > known.count) heads[device] = head;
	}
	return {
		generation: a.generation,
		own: a.own ?? b.own,
		stamp: latest(a.stamp, b.stamp),
		heads,
	};
}

/** How many events a sentinel has seen. */
export function entriesOf({ heads }: Sentinel): number {
	return headEntries(heads).reduce((sum, [, { count }]) => sum + count, 0);
}

/** Whether there is anything that could be lost. */
export function knows(sentinel: Sentinel): boolean {
	return sentinel.generation > 0 || sentinel.stamp !== SEED_STAMP || entriesOf(sentinel) > 0;
}

export function headEntries(heads: HeadVector): [DeviceId, Head][] {
	return Object.entries(heads) as [DeviceId, Head][];
}

/** A sentinel as it was written, from a place that may hold anything; null when it holds none. */
export function readSentinel(value: unknown): Sentinel | null {
	if (typeof value !== 'object' || value === null) return null;
	const { generation, own, stamp, heads } = value as Partial<Record<keyof Sentinel, unknown>>;
	const isSound =
		Number.isSafeInteger(generation) &&
		(own === null || typeof own === 'string') &&
		typeof stamp === 'string' &&
		typeof heads === 'object' &&
		heads !== null &&
		Object.values(heads).every(isHead);
	return isSound ? (value as Sentinel) : null;
}

function isHead(value: unknown): value is Head {
	if (typeof value !== 'object' || value === null) return false;
	const { sequence, count, hash } = value as Partial<Record<keyof Head, unknown>>;
	return [sequence, count, hash].every(Number.isSafeInteger);
}
