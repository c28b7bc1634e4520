import type { Head } from '#lib/domain/log/head.ts';
import type { Device } from '#lib/domain/merge/snapshot.ts';

/**
 * What is known of a device that wrote events here: this one, or one that a backup came from. `count` and
 * `hash` are of the events in the log, and change in the transaction that adds one; `sequence` is the
 * device's counter, which goes on after everything was erased.
 */
export interface DeviceRow extends Device, Head {
	/** Sequence number of the event that undo takes back next; 0 when there is none. */
	readonly undoTop: number;
	/** Raised whenever settings change here, so that no tab goes on with old ones. */
	readonly rulesVersion: number;
}
