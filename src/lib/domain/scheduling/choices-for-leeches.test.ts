import { describe, expect, test } from 'vitest';
import type { Rating } from '#lib/domain/log/event.ts';
import { inReview, offer } from './example-choices.ts';

describe('leeches', () => {
	test('are found at the threshold and every half threshold after it', () => {
		const found = Array.from({ length: 25 }, (_, lapses) => lapses).filter(
			(lapses) => offer(inReview({ lapses: lapses - 1 }))[1].leech,
		);
		expect(found).toEqual([8, 12, 16, 20, 24]);
	});

	test('are suspended only when the user chose so, and only by a lapse', () => {
		const from = inReview({ lapses: 7 });
		const offered = offer(from, { leechAction: 'suspend' });
		expect([1, 2, 3, 4].map((rating) => offered[rating as Rating].suspended)).toEqual([
			true,
			false,
			false,
			false,
		]);
		expect(offer(from, { leechAction: 'tag' })[1]).toMatchObject({ leech: true, suspended: false });
		expect(offer({ ...from, state: 'relearning' }, {})[1].leech).toBe(false);
	});

	test('with an odd threshold come every rounded-up half, and with 1 at every lapse', () => {
		const found = (leechThreshold: number) =>
			[1, 2, 3, 4, 5, 6, 7, 8, 9].filter(
				(lapses) => offer(inReview({ lapses: lapses - 1 }), { leechThreshold })[1].leech,
			);
		expect(found(5)).toEqual([5, 8]);
		expect(found(1)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
		expect(found(0)).toEqual([]);
	});
});
