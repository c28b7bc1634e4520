import type { Device } from '#lib/domain/merge/snapshot.ts';

/** What is known of a device that wrote events here: this one, or one that a backup came from. */
export interface DeviceRow extends Device {
	/** Sequence number of the event that undo takes back next; 0 when there is none. */
	readonly undoTop: number;
	/** Raised whenever settings change here, so that no tab goes on with old ones. */
	readonly rulesVersion: number;
}
