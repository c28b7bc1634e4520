import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeviceId } from '#lib/domain/cards/ids.ts';
import { isStamp, latest, nextStamp, SEED_STAMP, type Stamp } from './hybrid-clock.ts';

const phone = 'phone' as DeviceId;
const laptop = 'laptop' as DeviceId;
const devices = fc.constantFrom(phone, laptop);
const clocks = fc.integer({ min: -1e12, max: 4e12 });

test('a device’s stamps go on, however its clock jumps', () => {
	fc.assert(
		fc.property(fc.array(clocks), devices, (times, device) => {
			let previous: Stamp = SEED_STAMP;
			for (const now of times) {
				const next = nextStamp(previous, now, device);
				expect(next > previous).toBe(true);
				expect(isStamp(next)).toBe(true);
				previous = next;
			}
		}),
	);
});

test('a stamp is later than one that its device has seen from a device whose clock runs ahead', () => {
	const seen = nextStamp(SEED_STAMP, 9_000_000, laptop);
	expect(nextStamp(seen, 1000, phone) > seen).toBe(true);
});

test('without jumps the clock on the wall decides', () => {
	const earlier = nextStamp(SEED_STAMP, 1000, phone);
	const later = nextStamp(SEED_STAMP, 1001, laptop);
	expect(latest(earlier, later)).toBe(later);
	expect(latest(later, earlier)).toBe(later);
});

test('what no user has touched loses to every stamp', () => {
	expect(SEED_STAMP < nextStamp(SEED_STAMP, -5, phone)).toBe(true);
	expect(latest(SEED_STAMP, nextStamp(SEED_STAMP, 0, phone))).not.toBe(SEED_STAMP);
});

test('more changes than the counter holds in one millisecond still go on', () => {
	const full = '0000000003e8-ffff-phone' as Stamp;
	const next = nextStamp(full, 1000, phone);
	expect(next > full).toBe(true);
	expect(next).toBe('0000000003e9-0000-phone');
});

test('texts of another form are no stamps', () => {
	for (const text of ['x', '0000000003e8', '0000000003e8-0000-', 'G000000003e8-0000-phone']) {
		expect(isStamp(text)).toBe(false);
	}
	expect(() => nextStamp('broken' as Stamp, 0, phone)).toThrow('broken');
});
