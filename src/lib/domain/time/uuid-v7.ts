/**
 * A UUID of version 7 (RFC 9562): milliseconds first, so that ids sort by time. Ids of one millisecond sort
 * by chance; who needs an order gives each a later time (see `nextIdTime`).
 *
 * @param timeMs milliseconds since 1970, 0 to 2^48 − 1
 * @param random ten random bytes, of which 74 bits are used
 * @throws when the time or the number of bytes is out of range
 */
export function uuidV7(timeMs: number, random: Uint8Array): string {
	if (!Number.isInteger(timeMs) || timeMs < 0 || timeMs >= 2 ** 48) {
		throw new Error(`No time for a UUID: ${timeMs}`);
	}
	if (random.length !== 10) throw new Error(`A UUID takes 10 random bytes, not ${random.length}`);
	const noise = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
	const time = timeMs.toString(16).padStart(12, '0');
	const variant = (0x8 | ((random[1] ?? 0) & 0x3)).toString(16);
	return [
		time.slice(0, 8),
		time.slice(8),
		`7${noise.slice(0, 3)}`,
		`${variant}${noise.slice(4, 7)}`,
		noise.slice(7, 19),
	].join('-');
}

/** The milliseconds an id was made with; NaN when the text is no UUID of version 7. */
export function timeOfUuid(id: string): number {
	const match = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.exec(
		id,
	);
	return match ? parseInt(`${match[1]}${match[2]}`, 16) : NaN;
}

/**
 * The time to make the next id with: the clock's, unless it stands at or behind the latest id made or seen.
 * Ids then sort in causal order even where a clock was set back.
 */
export function nextIdTime(latestMs: number, now: number): number {
	return Math.max(Math.floor(now), latestMs + 1, 0);
}
