/** Something a day's time can be spent on. */
export interface Offer {
	readonly seconds: number;
	/** What it gains for a second. */
	readonly worth: number;
}

/** Seconds at the end of a day that are packed with care. */
const PACKED_SECONDS = 180;
/** Of how many offers, the greatest worth first: several times as many as fit. */
const MOST_PACKED = 200;
/** How fine time is packed, in parts of a second: rounded up to whole seconds, twenty cards would lose ten of them. */
const PARTS = 10;

/**
 * What to spend a day on: what gains most for a second first. A day of few cards would end with time in which the next
 * one does not fit; so its last minutes go to the cards that together gain most in them.
 *
 * @param seconds how much time there is
 * @returns some of the offers, the greatest worth first
 */
export function fillDay<O extends Offer>(offers: readonly O[], seconds: number): O[] {
	const sorted = [...offers].sort((a, b) => b.worth - a.worth);
	const taken: O[] = [];
	let left = seconds;
	for (const offer of sorted) {
		if (offer.worth < Infinity && left - offer.seconds < PACKED_SECONDS) break;
		if (offer.seconds > left) continue;
		taken.push(offer);
		left -= offer.seconds;
	}
	const isTaken = new Set(taken);
	const rest = sorted.filter((offer) => !isTaken.has(offer) && offer.worth < Infinity);
	return [...taken, ...pack(rest.slice(0, MOST_PACKED), left)].sort((a, b) => b.worth - a.worth);
}

/** The offers that together gain most in so many seconds: the knapsack problem, by the tenth of a second. */
function pack<O extends Offer>(offers: readonly O[], seconds: number): O[] {
	const partsOf = (offer: Offer) => Math.ceil(offer.seconds * PARTS - 1e-6);
	const room = Math.floor(Math.min(seconds, 2 * PACKED_SECONDS) * PARTS + 1e-6);
	const most = new Float64Array(room + 1);
	const isTaken = offers.map((offer) => {
		const taken = new Uint8Array(room + 1);
		const needs = partsOf(offer);
		const gain = offer.worth * offer.seconds;
		for (let time = room; time >= needs; time--) {
			const gained = (most[time - needs] ?? 0) + gain;
			if (gained <= (most[time] ?? 0)) continue;
			most[time] = gained;
			taken[time] = 1;
		}
		return taken;
	});
	const packed: O[] = [];
	let time = room;
	for (let index = offers.length - 1; index >= 0; index--) {
		const offer = offers[index];
		if (!offer || isTaken[index]?.[time] !== 1) continue;
		packed.push(offer);
		time -= partsOf(offer);
	}
	return packed;
}
