import type { DeviceId } from '#lib/domain/cards/ids.ts';
import type { Head } from '#lib/domain/log/head.ts';

/** A sealed segment: events of one device. Its name says what it holds, so that none need be read to know. */
export interface SegmentName extends Head {
	readonly device: DeviceId;
	/** The lowest sequence number; `sequence` is the highest, and `count` all there are between them. */
	readonly first: number;
}

export function segmentFileName({ device, first, sequence, count, hash }: SegmentName): string {
	return `segment_${first}_${sequence}_${count}_${hash}_${encodeURIComponent(device)}.grs`;
}

/** Null for a file of another kind. */
export function readSegmentName(name: string): SegmentName | null {
	const match = /^segment_(\d+)_(\d+)_(\d+)_(\d+)_(.+)\.grs$/u.exec(name);
	if (!match) return null;
	const [, first, sequence, count, hash, device = ''] = match;
	return {
		device: decodeURIComponent(device) as DeviceId,
		first: Number(first),
		sequence: Number(sequence),
		count: Number(count),
		hash: Number(hash),
	};
}

/** What a tab writes to while it is open; the tab's id is its name. */
export const openFileName = (tab: string) => `open_${tab}.log`;

/** The tab whose file it is; null for a file of another kind. */
export const tabOfFile = (name: string) => /^open_(.+)\.log$/u.exec(name)?.[1] ?? null;

/** Held by a tab's worker as long as it lives: a file without it is no longer written to. */
export const tabLock = (database: string, tab: string) => `${database} journal of ${tab}`;

/** Held while files of the journal are put together or taken away. */
export const upkeepLock = (database: string) => `${database} journal upkeep`;
