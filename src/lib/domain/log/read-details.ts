import type { ByteReader } from '#lib/domain/packing/byte-reader.ts';
import { DamagedError } from '#lib/domain/packing/damaged-error.ts';
import type { LogColumns } from './log-columns.ts';
import { drills, kindAt, marks, states, valueAt } from './segment-codes.ts';

/** What only one kind has, as `packDetails` wrote it. @throws DamagedError */
export function readDetails(
	from: ByteReader,
	texts: Int32Array,
	into: LogColumns,
	start: number,
	end: number,
): void {
	for (let index = start; index < end; index++) {
		switch (kindAt(into.kinds[index] ?? -1)) {
			case 'review':
				readReview(from, into, index);
				break;
			case 'practice':
				readPractice(from, texts, into, index);
				break;
			case 'undo':
				into.steps[index] = readUndone(from, texts, index, start);
				break;
			case 'reschedule':
			case 'bury':
				into.amounts[index] = from.number();
				break;
			case 'reset':
			case 'suspend':
			case 'unsuspend':
				break;
		}
	}
}

function readReview(from: ByteReader, into: LogColumns, index: number): void {
	const answer = from.byte();
	if (valueAt(states, answer >> 4) === 'new') {
		throw new DamagedError('No answer makes a card new.');
	}
	into.codes[index] = answer;
	into.flags[index] = from.byte();
	into.steps[index] = from.number();
	into.amounts[index] = from.number();
	into.durations[index] = from.number();
}

function readPractice(from: ByteReader, texts: Int32Array, into: LogColumns, index: number): void {
	const code = from.byte();
	valueAt(drills, code & 3);
	valueAt(marks, code >> 2);
	into.codes[index] = code;
	into.durations[index] = from.number();
	const confused = from.count();
	into.steps[index] = confused === 0 ? 0 : 1 + valueAt(texts, confused - 1);
}

function readUndone(from: ByteReader, texts: Int32Array, index: number, start: number): number {
	const back = from.count();
	if (back === 0) return -1 - valueAt(texts, from.count());
	if (back > index - start) throw new DamagedError('An undo names no event.');
	return index - back;
}
