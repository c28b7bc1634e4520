import type { DeviceId } from '#lib/domain/cards/ids.ts';

declare const stamp: unique symbol;

/**
 * When and where a field was written, as text that sorts in that order: time, counter and device. It's a
 * hybrid logical clock: no stamp is earlier than one its device has seen, however wrong the clock on the
 * wall is. Kulkarni et al., "Logical Physical Clocks", 2014.
 */
export type Stamp = string & { readonly [stamp]: true };

/** Of content that no user has touched: it loses to every other stamp. */
export const SEED_STAMP = '' as Stamp;

/**
 * The stamp of a change made now.
 *
 * @param previous the latest stamp the device has made or seen; `SEED_STAMP` for none
 * @param now milliseconds since 1970, UTC
 */
export function nextStamp(previous: Stamp, now: number, device: DeviceId): Stamp {
	const { time, counter } = readStamp(previous);
	const wallClock = Math.min(Math.max(0, Math.floor(now)), LATEST_TIME);
	if (wallClock > time) return write(wallClock, 0, device);
	return counter < LAST_COUNT ? write(time, counter + 1, device) : write(time + 1, 0, device);
}

export function latest(a: Stamp, b: Stamp): Stamp {
	return a > b ? a : b;
}

/** Whether a text, from a file or another device, has the form of a stamp. */
export function isStamp(text: string): text is Stamp {
	return text === SEED_STAMP || /^[0-9a-f]{12}-[0-9a-f]{4}-./su.test(text);
}

const LATEST_TIME = 2 ** 48 - 2;
const LAST_COUNT = 0xffff;

function write(time: number, counter: number, device: DeviceId): Stamp {
	return `${hex(time, 12)}-${hex(counter, 4)}-${device}` as Stamp;
}

function hex(value: number, digits: number): string {
	return value.toString(16).padStart(digits, '0');
}

function readStamp(text: Stamp): { time: number; counter: number } {
	if (text === SEED_STAMP) return { time: 0, counter: 0 };
	if (!isStamp(text)) throw new Error(`Not a stamp: ${String(text)}`);
	return { time: parseInt(text.slice(0, 12), 16), counter: parseInt(text.slice(13, 17), 16) };
}
