import type { LogEvent } from '#lib/domain/log/event.ts';
import type { DeviceRow } from '#lib/storage/database/device-row.ts';

/** What a commit touched: reviews and other events, decks and notes, settings, the session, the plan, when a backup was saved, or all. */
export type ChangedPart =
	'log' | 'content' | 'settings' | 'session' | 'plan' | 'backup' | 'everything';

/** An event that was committed, and the row of this device that was committed with it. */
export interface Written {
	readonly event: LogEvent;
	readonly device: DeviceRow;
}

export interface Change {
	readonly part: ChangedPart;
	/** What was added to the log, where this store added one event. */
	readonly written: Written | null;
	/** Made by this store, not by another tab. */
	readonly own: boolean;
}
