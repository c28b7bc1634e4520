import type { Audition } from '#lib/domain/audition/audition.ts';
import type { Card, Progress } from '#lib/domain/cards/card.ts';
import type { Deck } from '#lib/domain/cards/deck.ts';
import type { CardId, DeviceId } from '#lib/domain/cards/ids.ts';
import type { Note } from '#lib/domain/cards/note.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
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

/** One setting that was changed; the rest are the defaults. Keys of other versions are kept. */
export interface SettingEntry {
	readonly key: string;
	readonly value: unknown;
	readonly stamp: Stamp;
}

/** Progress that came from elsewhere without its events: replay begins there, not at an untouched card. */
export interface Base {
	readonly cardId: CardId;
	readonly progress: Progress;
}

/** Everything that is kept, at one moment: what a backup holds. Daily totals follow from the reviews. */
export interface Snapshot {
	readonly decks: readonly Stamped<Deck>[];
	readonly notes: readonly Stamped<Note>[];
	readonly cards: readonly Card[];
	readonly bases: readonly Base[];
	/** The whole log, in causal order. */
	readonly reviews: readonly LogEvent[];
	readonly auditions: readonly Stamped<Audition>[];
	readonly settings: readonly SettingEntry[];
	readonly devices: readonly Device[];
}
