import { expect, test } from 'vitest';
import { clearing } from './clearing.ts';

test('a budget goes to what gains most for a second, and the last of it in part', () => {
	const market = clearing(0.001);
	for (const worth of [0.5, 0.05, 0.005]) market.offer(worth, 10);
	const { price, share } = market.clear(15);
	expect([0.5, 0.05, 0.005].map(share)).toEqual([1, 0.5, 0]);
	expect(price).toBeGreaterThan(0.045);
	expect(price).toBeLessThan(0.055);
});

test('with time for everything the price is the floor, and what gains less is still left', () => {
	const market = clearing(0.001);
	market.offer(0.5, 10);
	market.offer(0.0005, 10);
	const { price, share } = market.clear(1000);
	expect(price).toBe(0.001);
	expect([share(0.5), share(0.0005)]).toEqual([1, 0]);
});

test('the dearer the less time there is', () => {
	const prices = [5, 15, 25, 35].map((budget) => {
		const market = clearing(0.001);
		for (const worth of [0.5, 0.05, 0.005]) market.offer(worth, 10);
		return market.clear(budget).price;
	});
	expect(prices).toEqual([...prices].sort((a, b) => b - a));
	expect(new Set(prices).size).toBe(4);
});
