import type { LogColumns } from '#lib/domain/log/log-columns.ts';
import { ratings, states, valueAt, ways } from '#lib/domain/log/segment-codes.ts';
import { asciiOf, type AsciiWriter } from './ascii-writer.ts';
import { QuotedTexts } from './quoted-texts.ts';

const DAY_MS = 86_400_000;

/**
 * Writes what `reviewText` makes of a review straight from the columns of a log: reviews are most of it, and
 * through objects and texts a million of them take several times as long.
 */
export class ReviewWriter {
	readonly #columns: LogColumns;
	readonly #into: AsciiWriter;
	readonly #quoted: QuotedTexts;
	#day = NaN;
	#date = '';

	constructor(columns: LogColumns, into: AsciiWriter) {
		this.#columns = columns;
		this.#into = into;
		this.#quoted = new QuotedTexts(columns.texts);
	}

	/** Whether all that the review says is ASCII, and its id a UUID. */
	canWrite(place: number): boolean {
		const { cards, decks, devices, idTimes } = this.#columns;
		return (
			(idTimes[place] ?? -1) >= 0 &&
			this.#quoted.has(cards[place]) &&
			this.#quoted.has(decks[place]) &&
			this.#quoted.has(devices[place])
		);
	}

	write(place: number): void {
		const columns = this.#columns;
		const into = this.#into;
		into.reserve(1000 + 3 * this.#quoted.longest);
		const code = columns.codes[place] ?? 0;
		const flags = columns.flags[place] ?? 0;
		const { utcOffsetMinutes, rolloverHour } = valueAt(
			columns.placeTable,
			columns.places[place] ?? -1,
		);
		this.#id(place);
		this.#text(TEXT.cardId, columns.cards[place]);
		into.put(TEXT.reviewedAt);
		this.#time(columns.instants[place] ?? 0);
		into.put(TEXT.utcOffset);
		into.number(utcOffsetMinutes);
		into.put(TEXT.rating);
		into.number(valueAt(ratings, code & 3));
		into.put(TEXT.duration);
		into.number(columns.durations[place] ?? 0);
		into.put(valueAt(FROM, (code >> 2) & 3));
		into.put(flags & 8 ? TEXT.days : TEXT.seconds);
		into.number(columns.amounts[place] ?? 0);
		into.put(flags & 2 ? TEXT.leech : TEXT.noLeech);
		into.put(valueAt(STATE, code >> 4));
		into.number(columns.steps[place] ?? 0);
		into.put(flags & 4 ? TEXT.suspended : TEXT.notSuspended);
		into.put(valueAt(VIA, flags & 1));
		this.#text(TEXT.deckId, columns.decks[place]);
		this.#text(TEXT.device, columns.devices[place]);
		into.put(TEXT.sequence);
		into.number(columns.sequences[place] ?? 0);
		into.put(TEXT.rollover);
		into.number(rolloverHour);
		into.put(TEXT.studyDay);
		into.number(columns.days[place] ?? 0);
		into.put(TEXT.end);
	}

	#id(place: number): void {
		const into = this.#into;
		const { idTimes, idRests } = this.#columns;
		const time = idTimes[place] ?? 0;
		const rest = place * 10;
		into.put(TEXT.id);
		into.hexDigits(Math.floor(time / 0x10000), 8);
		into.put(TEXT.hyphen);
		into.hexDigits(time % 0x10000, 4);
		into.put(TEXT.hyphen);
		into.hex(idRests, rest, 2);
		into.put(TEXT.hyphen);
		into.hex(idRests, rest + 2, 2);
		into.put(TEXT.hyphen);
		into.hex(idRests, rest + 4, 6);
	}

	#text(before: Uint8Array, number: number | undefined): void {
		this.#into.put(before);
		this.#quoted.write(this.#into, number);
	}

	/** ISO 8601 in UTC; the date is kept from one to the next. @throws RangeError as `Date` does */
	#time(at: number): void {
		const into = this.#into;
		const day = Math.floor(at / DAY_MS);
		if (!Number.isInteger(at)) return into.text(new Date(at).toISOString().slice(0, -1));
		if (day !== this.#day) {
			this.#date = new Date(day * DAY_MS).toISOString().slice(0, -13);
			this.#day = day;
		}
		const ms = at - day * DAY_MS;
		into.text(this.#date);
		into.digits(Math.floor(ms / 3_600_000), 2);
		into.put(TEXT.colon);
		into.digits(Math.floor(ms / 60_000) % 60, 2);
		into.put(TEXT.colon);
		into.digits(Math.floor(ms / 1000) % 60, 2);
		into.put(TEXT.point);
		into.digits(ms % 1000, 3);
	}
}

const TEXT = {
	id: asciiOf('{"id":"'),
	hyphen: asciiOf('-'),
	cardId: asciiOf('","cardId":'),
	reviewedAt: asciiOf(',"reviewedAt":"'),
	colon: asciiOf(':'),
	point: asciiOf('.'),
	utcOffset: asciiOf('Z","utcOffsetMinutes":'),
	rating: asciiOf(',"kind":"review","rating":'),
	duration: asciiOf(',"durationMs":'),
	days: asciiOf('{"days":'),
	seconds: asciiOf('{"seconds":'),
	leech: asciiOf('},"leech":true'),
	noLeech: asciiOf('},"leech":false'),
	suspended: asciiOf(',"suspended":true}'),
	notSuspended: asciiOf(',"suspended":false}'),
	deckId: asciiOf(',"deckId":'),
	device: asciiOf(',"device":'),
	sequence: asciiOf(',"sequence":'),
	rollover: asciiOf(',"rolloverHour":'),
	studyDay: asciiOf(',"studyDay":'),
	end: asciiOf('}'),
};
const FROM = states.map((state) => asciiOf(`,"from":"${state}","outcome":{"interval":`));
const STATE = states.map((state) => asciiOf(`,"state":"${state}","stepsLeft":`));
const VIA = ways.map((way) => asciiOf(`,"via":"${way}"`));
