import type { ByteReader } from '#lib/domain/packing/byte-reader.ts';
import type { ByteWriter } from '#lib/domain/packing/byte-writer.ts';
import { DamagedError } from '#lib/domain/packing/damaged-error.ts';
import type { LogEvent } from './event.ts';

/** Never reordered: a kind's place is its code. New kinds come at the end. */
export const kinds = [
	'review',
	'practice',
	'undo',
	'reset',
	'reschedule',
	'suspend',
	'unsuspend',
	'bury',
] as const satisfies readonly LogEvent['kind'][];

/** Never reordered either. */
export const ratings = [1, 2, 3, 4] as const;
export const states = ['new', 'learning', 'review', 'relearning'] as const;
export const ways = ['review', 'recap'] as const;
export const drills = ['recap', 'match', 'again'] as const;
export const marks = [1, 3] as const;

/** @throws when there is no such value */
export function codeOf<T>(values: readonly T[], value: T): number {
	const code = values.indexOf(value);
	if (code < 0) throw new Error(`No event can hold ${String(value)}`);
	return code;
}

/** @throws DamagedError when nothing has that code */
export function valueAt<T>(values: ArrayLike<T>, code: number): T {
	const value = values[code];
	if (value === undefined) throw new DamagedError('A value is none that an event can have.');
	return value;
}

export function kindCode(kind: LogEvent['kind']): number {
	return codeOf(kinds, kind);
}

export function kindAt(code: number): LogEvent['kind'] {
	return valueAt(kinds, code);
}

export type Place = Pick<LogEvent, 'utcOffsetMinutes' | 'rolloverHour'>;

/** The offsets and rollover hours that occur, each pair once: a person travels seldom. */
export class PlaceTable {
	readonly #numbers = new Map<string, number>();
	readonly #places: Place[] = [];

	/** By their numbers. */
	get places(): readonly Place[] {
		return this.#places;
	}

	/** The number of a pair, a new one where it had none. */
	place(place: Place): number {
		const key = `${exact(place.utcOffsetMinutes)} ${exact(place.rolloverHour)}`;
		const known = this.#numbers.get(key);
		if (known !== undefined) return known;
		this.#numbers.set(key, this.#places.length);
		return this.#places.push(place) - 1;
	}

	pack(into: ByteWriter): void {
		into.count(this.#places.length);
		for (const { utcOffsetMinutes, rolloverHour } of this.#places) {
			into.number(utcOffsetMinutes);
			into.number(rolloverHour);
		}
	}
}

export function unpackPlaces(from: ByteReader): Place[] {
	return Array.from({ length: from.size() }, () => ({
		utcOffsetMinutes: from.number(),
		rolloverHour: from.number(),
	}));
}

function exact(value: number): string {
	return Object.is(value, -0) ? '-0' : String(value);
}
