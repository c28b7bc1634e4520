import type { DeviceId } from '#lib/domain/cards/ids.ts';
import type { LogColumns } from '#lib/domain/log/log-columns.ts';
import { kindCode } from '#lib/domain/log/segment-codes.ts';
import { undoableKinds } from '#lib/domain/log/undoable.ts';
import { undoneIn } from '#lib/domain/log/undone-in.ts';

/** What `undoStackOf` finds, of a log in columns. */
export interface UndoStackIn {
	/** For each place the sequence number of the event under its event, 0 at the bottom; −1 where it is not on the stack. */
	readonly below: Float64Array;
	/** Sequence number of the topmost; 0 when there is none. */
	readonly top: number;
}

/** The undo stack of a device. */
export function undoStackIn(log: LogColumns, own: DeviceId): UndoStackIn {
	const below = new Float64Array(log.length).fill(-1);
	const undone = undoneIn(log);
	let top = 0;
	for (const place of placesOf(log, log.texts.indexOf(own))) {
		if (undone[place] === 1 || !UNDOABLE.has(log.kinds[place] ?? -1)) continue;
		below[place] = top;
		top = log.sequences[place] ?? 0;
	}
	return { below, top };
}

const UNDOABLE: ReadonlySet<number> = new Set(undoableKinds.map(kindCode));

/** The places of a device's events, in its own order. */
function placesOf({ length, devices, sequences }: LogColumns, device: number): Int32Array {
	const places = new Int32Array(length);
	let count = 0;
	let isInOrder = true;
	let last = 0;
	for (let place = 0; place < length; place++) {
		if (devices[place] !== device) continue;
		const sequence = sequences[place] ?? 0;
		isInOrder &&= sequence > last;
		last = sequence;
		places[count++] = place;
	}
	const own = places.subarray(0, count);
	return isInOrder
		? own
		: own.sort((one, other) => (sequences[one] ?? 0) - (sequences[other] ?? 0));
}
