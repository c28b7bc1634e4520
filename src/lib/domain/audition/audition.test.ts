import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditionId } from '#lib/domain/cards/ids.ts';
import { createMemoryModel, defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { exampleCard } from '#lib/domain/queue/example-card.ts';
import { nextAudition, plainAudition, type Audition } from './audition.ts';
import { readiness } from './readiness.ts';

const DAY_MS = 86_400_000;
const now = Date.UTC(2026, 10, 23, 12);
const model = createMemoryModel(defaultParameters);
const inDays = (days: number): Audition => ({
	id: auditionId(`in ${days}`),
	name: `In ${days} days`,
	at: now + days * DAY_MS,
	...plainAudition,
});

describe('the next audition', () => {
	test('is the soonest that is still ahead', () => {
		expect(nextAudition([inDays(9), inDays(-1), inDays(2)], now)?.name).toBe('In 2 days');
	});

	test('is none that was put away', () => {
		expect(nextAudition([{ ...inDays(2), archived: true }, inDays(9)], now)?.name).toBe(
			'In 9 days',
		);
	});

	test('is none when all are over', () => {
		expect(nextAudition([inDays(-3), inDays(0)], now)).toBeNull();
	});
});

describe('readiness', () => {
	const known = (stability: number, daysAgo: number) =>
		exampleCard('known', {
			memory: { stability, difficulty: 5 },
			lastReviewedAt: now - daysAgo * DAY_MS,
		});

	test('is 90 % when a card has not been seen for just its stability', () => {
		expect(readiness([known(10, 0)], now + 10 * DAY_MS, model)).toBeCloseTo(0.9, 6);
	});

	test('is the mean over the cards, and a card never seen counts as nothing', () => {
		const cards = [known(10, 0), exampleCard('new')];
		expect(readiness(cards, now + 10 * DAY_MS, model)).toBeCloseTo(0.45, 6);
	});

	test('leaves suspended cards out, and is unknown without any other', () => {
		const suspended = exampleCard('suspended', { suspended: true });
		expect(readiness([known(10, 0), suspended], now, model)).toBeCloseTo(1, 6);
		expect(readiness([suspended], now, model)).toBeNull();
	});

	test('only falls while time goes by', () => {
		const days = fc.double({ min: 0, max: 1000, noNaN: true });
		fc.assert(
			fc.property(fc.double({ min: 0.1, max: 5000, noNaN: true }), days, days, (s, a, b) => {
				const at = (elapsed: number) =>
					readiness([known(s, 0)], now + elapsed * DAY_MS, model) ?? NaN;
				expect(at(Math.max(a, b))).toBeLessThanOrEqual(at(Math.min(a, b)));
			}),
		);
	});
});
