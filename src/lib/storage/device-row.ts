import type { DeviceId } from '#lib/domain/cards/ids.ts';
import type { Stamp } from '#lib/domain/merge/hybrid-clock.ts';

/** What is known of a device that wrote events here: this one, or one that a backup came from. */
export interface DeviceRow {
	readonly id: DeviceId;
	/** Of its last event; 0 before the first. Never goes back. */
	readonly sequence: number;
	/** Time part of the latest event id this device made or saw, in ms. */
	readonly lastEventTime: number;
	/** The last stamp it gave or saw. */
	readonly stamp: Stamp;
	/** Sequence number of the event that undo takes back next; 0 when there is none. */
	readonly undoTop: number;
}
