import type { Card } from '#lib/domain/cards/card.ts';
import type { Deck } from '#lib/domain/cards/deck.ts';
import type { DeviceId } from '#lib/domain/cards/ids.ts';
import type { Note } from '#lib/domain/cards/note.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import type { Settings } from '#lib/domain/settings/settings.ts';
import type { Stamp } from './hybrid-clock.ts';
import type { Stamped } from './record.ts';

/** A device that has written to the log, and how far it came. */
export interface Device {
	readonly id: DeviceId;
	/** Of its last event; 0 before the first. */
	readonly sequence: number;
	/** Time part of the latest event id it made or saw: its next id is never behind. */
	readonly lastEventTime: number;
	/** The latest stamp it made or saw. */
	readonly stamp: Stamp;
}

/** One setting that was changed; the rest are the defaults. */
export type SettingEntry = {
	readonly [K in keyof Settings]: {
		readonly key: K;
		readonly value: Settings[K];
		readonly stamp: Stamp;
	};
}[keyof Settings];

/** Everything that is kept, at one moment: what a backup holds. Daily totals follow from the reviews. */
export interface Snapshot {
	readonly decks: readonly Stamped<Deck>[];
	readonly notes: readonly Stamped<Note>[];
	readonly cards: readonly Card[];
	/** The whole log, in causal order. */
	readonly reviews: readonly LogEvent[];
	readonly settings: readonly SettingEntry[];
	readonly devices: readonly Device[];
}
