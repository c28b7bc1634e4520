import type { DeviceId } from '#lib/domain/cards/ids.ts';
import type { Clock } from '#lib/domain/time/clock.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import type { ChangedPart, Written } from './change.ts';
import type { KnownRows } from './known-rows.ts';
import type { SchedulingRules } from './scheduling-rules.ts';

export type RandomBytes = (count: number) => Uint8Array<ArrayBuffer>;

/** What every part of the store works with. */
export interface StoreContext {
	readonly db: GreenRoomDatabase;
	readonly clock: Clock;
	readonly randomBytes: RandomBytes;
	readonly rules: SchedulingRules;
	readonly known: KnownRows;
	/** This device's id, made on first use. Never call it inside a transaction. */
	device(): Promise<DeviceId>;
	/** After a commit: tells the other tabs and this one. */
	announce(part: ChangedPart, written?: Written): void;
}
