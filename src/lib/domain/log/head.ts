import type { DeviceId } from '#lib/domain/cards/ids.ts';
import { eventChecksum } from './event-checksum.ts';
import type { LogEvent } from './event.ts';

/** How far one device's events are known somewhere: two copies of a log with equal heads hold the same. */
export interface Head {
	/** Of the latest of its events; 0 before the first. */
	readonly sequence: number;
	/** How many of its events there are. */
	readonly count: number;
	/** Running hash over the checksums of them all, 0 to 2^32 − 1. */
	readonly hash: number;
}

/** The heads of every device in a log. */
export type HeadVector = Readonly<Record<DeviceId, Head>>;

export const emptyHead: Head = { sequence: 0, count: 0, hash: 0 };

/**
 * The head with one more event. The hash adds up (well mixed, so that damages don't cancel out) instead of
 * chaining: events that another device's gap had held back can be added later, in whatever order they come.
 */
export function extended({ sequence, count, hash }: Head, next: number, checksum: number): Head {
	return {
		sequence: Math.max(sequence, next),
		count: count + 1,
		hash: (hash + mixed(checksum)) >>> 0,
	};
}

/** The heads of a log, each event counted once. @param events in whatever order, without duplicates */
export function headsOf(events: Iterable<LogEvent>): Map<DeviceId, Head> {
	const heads = new Map<DeviceId, Head>();
	for (const event of events) {
		const head = heads.get(event.device) ?? emptyHead;
		heads.set(event.device, extended(head, event.sequence, eventChecksum(event)));
	}
	return heads;
}

/** The finaliser of MurmurHash3 (Austin Appleby, public domain): every bit of input moves half the output. */
function mixed(value: number): number {
	let bits = value;
	bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
	bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
	return (bits ^ (bits >>> 16)) >>> 0;
}
