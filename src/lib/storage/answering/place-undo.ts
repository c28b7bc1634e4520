import type { UndoEvent } from '#lib/domain/log/event.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import type { DeviceRow } from '#lib/storage/database/device-row.ts';
import type { EventRow } from '#lib/storage/database/event-row.ts';
import { momentFields, placeEvent, type Placed } from '#lib/storage/log/event-log.ts';

/** The undo of an event, which leaves what lay under it on top of the stack. */
export function placeUndo(
	{ id, cardId, deckId, below }: EventRow,
	moment: Moment,
	device: DeviceRow,
	random: Uint8Array,
): Placed<UndoEvent> {
	const draft = { kind: 'undo', undoes: id, cardId, deckId, ...momentFields(moment) } as const;
	return placeEvent(draft, { ...device, undoTop: below ?? 0 }, random);
}
