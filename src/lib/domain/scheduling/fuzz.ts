import type { CardId } from '#lib/domain/cards/ids.ts';

/** Chooses whole days for an ideal interval, within bounds; where they cross, the maximum holds. */
export type Spread = (idealDays: number, minimum: number, maximum: number) => number;

/**
 * Spreads due dates so that cards learned together don't stay together. The choice depends on the card and
 * its review count alone: it is the same each time the buttons are shown, and for all four of them.
 */
export function seededFuzz(card: CardId, reps: number): Spread {
	const fraction = fractionOf(`${card} ${reps}`);
	return (idealDays, minimum, maximum) => {
		const [lowest, highest] = fuzzRange(idealDays, minimum, maximum);
		return lowest + Math.floor(fraction * (highest - lowest + 1));
	};
}

/** No fuzz: the nearest whole day within the bounds. */
export const nearestDay: Spread = (idealDays, minimum, maximum) =>
	clamp(Math.round(idealDays), minimum, maximum);

/** The first and last day an interval may be moved to: Anki's range, within the bounds. */
export function fuzzRange(idealDays: number, minimum: number, maximum: number): [number, number] {
	const days = clamp(idealDays, minimum, maximum);
	const reach = fuzzReach(days);
	const within = (day: number) => clamp(Math.round(day), minimum, maximum);
	return [within(days - reach), within(days + reach)];
}

const SHARES = [
	{ from: 2.5, to: 7, share: 0.15 },
	{ from: 7, to: 20, share: 0.1 },
	{ from: 20, to: Infinity, share: 0.05 },
];

/** One day and a share of what lies above 2.5 days; nothing below that. */
function fuzzReach(days: number): number {
	if (days < 2.5) return 0;
	return SHARES.reduce(
		(reach, { from, to, share }) => reach + share * Math.max(0, Math.min(days, to) - from),
		1,
	);
}

/** A text's fixed place in [0, 1): FNV-1a, then MurmurHash3's finaliser so that neighbours part. */
function fractionOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	}
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

function clamp(value: number, minimum: number, maximum: number): number {
	return Math.min(Math.max(value, minimum), maximum);
}
