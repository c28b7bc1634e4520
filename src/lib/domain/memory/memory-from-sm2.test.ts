import { expect, test } from 'vitest';
import { createMemoryModel, defaultParameters } from './fsrs.ts';
import { memoryFromSm2 } from './memory-from-sm2.ts';

test('ease 2.5 and ten days at a retention of 0.9 give the published memory', () => {
	const { stability, difficulty } = memoryFromSm2(defaultParameters, 2.5, 10, 0.9);
	expect(stability).toBeCloseTo(10, 5);
	expect(difficulty).toBeCloseTo(6.9140563, 4);
});

test('the memory predicts the interval at the retention it was derived from', () => {
	const { stability } = memoryFromSm2(defaultParameters, 2.1, 30, 0.8);
	expect(createMemoryModel(defaultParameters).intervalDays(stability, 0.8)).toBeCloseTo(30, 4);
});

test('a lower ease is a more difficult card, within 1 and 10', () => {
	const difficulty = (ease: number) => memoryFromSm2(defaultParameters, ease, 10, 0.9).difficulty;
	expect(difficulty(2)).toBeGreaterThan(difficulty(2.5));
	expect(difficulty(1)).toBe(10);
	expect(difficulty(9)).toBe(1);
});
