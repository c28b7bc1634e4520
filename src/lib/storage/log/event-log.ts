import { Dexie } from 'dexie';
import type { CardId, DeviceId, EventId } from '#lib/domain/cards/ids.ts';
import { eventChecksum } from '#lib/domain/log/event-checksum.ts';
import type { EventDraft, LogEvent, PracticeEvent } from '#lib/domain/log/event.ts';
import { extended } from '#lib/domain/log/head.ts';
import { isUndoable } from '#lib/domain/log/undoable.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import { nextIdTime, uuidV7 } from '#lib/domain/time/uuid-v7.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import type { DeviceRow } from '#lib/storage/database/device-row.ts';
import { eventOfRow, type EventRow } from '#lib/storage/database/event-row.ts';

/** Bytes of randomness an event id takes. */
export const ID_BYTES = 10;

/** An event that has its place in the log, and the device row that must be stored with it. */
export interface Placed<E extends LogEvent> {
	readonly event: E;
	readonly row: EventRow;
	readonly device: DeviceRow;
}

/** The event a draft becomes. */
type PlacedEvent<D extends EventDraft> = Extract<LogEvent, { kind: D['kind'] }>;

/**
 * Gives an event its id and place, and the device the head that goes with it. The id's time never runs behind
 * one this device gave or saw.
 */
export function placeEvent<D extends EventDraft>(
	draft: D,
	device: DeviceRow,
	random: Uint8Array,
): Placed<PlacedEvent<D>> {
	const time = nextIdTime(device.lastEventTime, draft.at);
	const sequence = device.sequence + 1;
	const id = uuidV7(time, random) as EventId;
	const event: LogEvent = { ...draft, id, device: device.id, sequence };
	const onStack = isUndoable(event);
	const checksum = eventChecksum(event);
	return {
		event: event as PlacedEvent<D>,
		row: { ...event, below: onStack ? device.undoTop : null, checksum },
		device: {
			...device,
			...extended(device, sequence, checksum),
			lastEventTime: time,
			undoTop: onStack ? sequence : device.undoTop,
		},
	};
}

/** The moment of an event that happens now, without anything else that `moment` may carry. */
export function momentFields({ at, utcOffsetMinutes, rolloverHour, studyDay }: Moment): Moment {
	return { at, utcOffsetMinutes, rolloverHour, studyDay };
}

/** All events of a card, oldest first. */
export async function eventsOfCard(db: GreenRoomDatabase, id: CardId): Promise<LogEvent[]> {
	const rows = await db.events
		.where('[cardId+id]')
		.between([id, Dexie.minKey], [id, Dexie.maxKey])
		.toArray();
	return rows.map(eventOfRow);
}

export async function eventAt(
	db: GreenRoomDatabase,
	device: DeviceId,
	sequence: number,
): Promise<EventRow | undefined> {
	return db.events.where('[device+sequence]').equals([device, sequence]).first();
}

/** A device's events after a sequence number, oldest first. */
export async function eventsSince(
	db: GreenRoomDatabase,
	device: DeviceId,
	sequence: number,
): Promise<LogEvent[]> {
	const rows = await db.events
		.where('[device+sequence]')
		.between([device, sequence], [device, Dexie.maxKey], false)
		.toArray();
	return rows.map(eventOfRow);
}

/** Practice that names whom the speaker was taken for. */
export async function confusions(db: GreenRoomDatabase): Promise<PracticeEvent[]> {
	const rows = await db.events.where('confusedWith').above('').toArray();
	return rows.map(eventOfRow).filter((event) => event.kind === 'practice');
}

export async function isLogEmpty(db: GreenRoomDatabase): Promise<boolean> {
	return (await db.events.limit(1).primaryKeys()).length === 0;
}
