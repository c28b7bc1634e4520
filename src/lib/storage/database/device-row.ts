import type { DeviceId } from '#lib/domain/cards/ids.ts';
import { emptyHead, type Head } from '#lib/domain/log/head.ts';
import { SEED_STAMP } from '#lib/domain/merge/hybrid-clock.ts';
import type { Device } from '#lib/domain/merge/snapshot.ts';

/**
 * What is known of a device that wrote events here: this one, or one that a backup came from. `count` and
 * `hash` are of the events in the log, and change in the transaction that adds one; `sequence` is the
 * device's counter, which goes on after everything was erased.
 */
export interface DeviceRow extends Device, Head {
	/** Sequence number of the event that undo takes back next; 0 when there is none. */
	readonly undoTop: number;
	/** Raised whenever settings change here, or events come in from elsewhere, so that no tab goes on with what it knew. */
	readonly rulesVersion: number;
}

export function newDevice(id: DeviceId): DeviceRow {
	return {
		id,
		...emptyHead,
		lastEventTime: 0,
		stamp: SEED_STAMP,
		undoTop: 0,
		rulesVersion: 0,
	};
}
