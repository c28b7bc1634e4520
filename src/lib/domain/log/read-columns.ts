import { ByteReader } from '#lib/domain/packing/byte-reader.ts';
import { DamagedError } from '#lib/domain/packing/damaged-error.ts';
import { unpackStrings } from '#lib/domain/packing/packed-strings.ts';
import type { LogColumns } from './log-columns.ts';
import { expectedDay, near } from './near.ts';
import { readDetails } from './read-details.ts';
import { kindAt, unpackPlaces, valueAt, type Place } from './segment-codes.ts';
import { columns } from './segment-columns.ts';

/**
 * Adds what `packColumns` wrote to a log, one column after another.
 *
 * @param count how many events the head promises
 * @throws DamagedError; the log has then no more events than before
 */
export function readColumns(from: ByteReader, into: LogColumns, count: number): void {
	const texts = Int32Array.from(unpackStrings(from), (text) => into.numberOf(text));
	const places = unpackPlaces(from);
	const lengths = columns(() => from.count());
	const readers = columns((column) => new ByteReader(from.bytes(lengths[column] ?? 0)));
	const [kinds, devices, sequences, ids, instants, placed, days, cards, decks, details] = readers;
	from.end();
	if (kinds.left !== count) throw new DamagedError('The head counts other events.');
	into.reserve(count);
	const start = into.length;
	const end = start + count;
	for (let index = start; index < end; index++) {
		const kind = kinds.byte();
		kindAt(kind);
		into.kinds[index] = kind;
	}
	readNumbers(devices, texts, into.devices, start, end);
	readSequences(sequences, into, start, end);
	const times = readIds(ids, texts, into, start, end);
	for (let index = start; index < end; index++) {
		into.instants[index] = instants.number(times[index - start]);
	}
	readMoments(placed, days, places, into, start, end);
	readNumbers(cards, texts, into.cards, start, end);
	readNumbers(decks, texts, into.decks, start, end);
	readDetails(details, texts, into, start, end);
	for (const reader of readers) reader.end();
	into.length = end;
}

/** Numbers in the segment's own table become numbers in the log's. */
function readNumbers(
	from: ByteReader,
	texts: Int32Array,
	into: Int32Array,
	start: number,
	end: number,
): void {
	for (let index = start; index < end; index++) into[index] = valueAt(texts, from.count());
}

function readSequences(from: ByteReader, into: LogColumns, start: number, end: number): void {
	const expected = new Map<number, number>();
	for (let index = start; index < end; index++) {
		const device = into.devices[index] ?? 0;
		const sequence = from.number(expected.get(device) ?? 1);
		expected.set(device, near(sequence + 1));
		into.sequences[index] = sequence;
	}
}

/** @returns of each event the time that its instant is told by its distance from */
function readIds(
	from: ByteReader,
	texts: Int32Array,
	into: LogColumns,
	start: number,
	end: number,
): Float64Array {
	const times = new Float64Array(end - start);
	let last = 0;
	for (let index = start; index < end; index++) {
		if (from.byte() === 0) into.idTimes[index] = -1 - valueAt(texts, from.count());
		else {
			last = from.number(last);
			if (!Number.isInteger(last) || last < 0 || last >= 2 ** 48) {
				throw new DamagedError('An id has no time.');
			}
			into.idTimes[index] = last;
			from.fill(into.idRests, index * 10, 10);
		}
		times[index - start] = last;
	}
	return times;
}

function readMoments(
	placed: ByteReader,
	days: ByteReader,
	places: readonly Place[],
	into: LogColumns,
	start: number,
	end: number,
): void {
	const numbers = Int32Array.from(places, (place) => into.placeNumberOf(place));
	for (let index = start; index < end; index++) {
		const number = placed.count();
		const { utcOffsetMinutes, rolloverHour } = valueAt(places, number);
		into.places[index] = numbers[number] ?? 0;
		const expected = expectedDay(into.instants[index] ?? 0, utcOffsetMinutes, rolloverHour);
		into.days[index] = days.number(expected);
	}
}
