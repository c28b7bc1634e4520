import { compareBytes, uuidOfBytes } from '#lib/domain/packing/uuid-bytes.ts';
import type { EventId } from '#lib/domain/cards/ids.ts';
import { PlaceTable, type Place } from './segment-codes.ts';

/**
 * A log in typed arrays, a place in each for each event: a million take some 90 MB, where as many objects take
 * several times that and seconds to make. Fill it with `unpackInto`; `eventAt` makes an event of a place.
 *
 * Texts (devices, cards, decks, and ids that are no UUIDs) and pairs of offset and rollover hour stand once in
 * tables, and columns hold their numbers.
 */
export class LogColumns {
	/** How many events there are; the arrays are longer. */
	length = 0;
	kinds = new Uint8Array(0);
	devices = new Int32Array(0);
	sequences = new Float64Array(0);
	/** A UUID's first 48 bits; −1 − its number for an id that is a text. */
	idTimes = new Float64Array(0);
	/** The ten other bytes of each. */
	idRests = new Uint8Array(0);
	instants = new Float64Array(0);
	places = new Int32Array(0);
	days = new Float64Array(0);
	cards = new Int32Array(0);
	decks = new Int32Array(0);
	/** What a segment's details begin with: rating and states of a review, drill and mark of a practice. */
	codes = new Uint8Array(0);
	/** Of a review: where it was given, and what it did. */
	flags = new Uint8Array(0);
	/**
	 * Steps left after a review; of a practice 1 + the number of the text it was confused with, or 0; of an undo
	 * the place of its event, or −1 − the number of its id.
	 */
	steps = new Float64Array(0);
	/** Days or seconds of a review's interval; the day of a reschedule or bury. */
	amounts = new Float64Array(0);
	durations = new Float64Array(0);

	readonly #texts: string[] = [];
	readonly #numbers = new Map<string, number>();
	readonly #placeTable = new PlaceTable();

	get texts(): readonly string[] {
		return this.#texts;
	}

	get placeTable(): readonly Place[] {
		return this.#placeTable.places;
	}

	numberOf(text: string): number {
		const known = this.#numbers.get(text);
		if (known !== undefined) return known;
		this.#numbers.set(text, this.#texts.length);
		return this.#texts.push(text) - 1;
	}

	placeNumberOf(place: Place): number {
		return this.#placeTable.place(place);
	}

	idAt(index: number): EventId {
		const time = this.idTimes[index] ?? -1;
		if (time < 0) return (this.#texts[-1 - time] ?? '') as EventId;
		return uuidOfBytes(time, this.idRests, index * 10) as EventId;
	}

	/** Below 0 where one event's id comes before the other's, as texts compare. */
	compareIds(one: number, other: number): number {
		const [time, otherTime] = [this.idTimes[one] ?? -1, this.idTimes[other] ?? -1];
		if (time < 0 || otherTime < 0) {
			const [id, otherId] = [this.idAt(one), this.idAt(other)];
			return id < otherId ? -1 : id > otherId ? 1 : 0;
		}
		return time - otherTime || compareBytes(this.idRests, one * 10, other * 10, 10);
	}

	/** Makes room for so many events more. */
	reserve(more: number): void {
		const wanted = this.length + more;
		if (wanted <= this.kinds.length) return;
		const room = Math.max(wanted, this.length * 2);
		this.kinds = grown(this.kinds, new Uint8Array(room));
		this.devices = grown(this.devices, new Int32Array(room));
		this.sequences = grown(this.sequences, new Float64Array(room));
		this.idTimes = grown(this.idTimes, new Float64Array(room));
		this.idRests = grown(this.idRests, new Uint8Array(room * 10));
		this.instants = grown(this.instants, new Float64Array(room));
		this.places = grown(this.places, new Int32Array(room));
		this.days = grown(this.days, new Float64Array(room));
		this.cards = grown(this.cards, new Int32Array(room));
		this.decks = grown(this.decks, new Int32Array(room));
		this.codes = grown(this.codes, new Uint8Array(room));
		this.flags = grown(this.flags, new Uint8Array(room));
		this.steps = grown(this.steps, new Float64Array(room));
		this.amounts = grown(this.amounts, new Float64Array(room));
		this.durations = grown(this.durations, new Float64Array(room));
	}
}

function grown<T extends Uint8Array | Int32Array | Float64Array>(old: T, larger: T): T {
	larger.set(old);
	return larger;
}
