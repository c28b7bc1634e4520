import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { patiently } from './patiently.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Fails so many times, then succeeds. */
function failing(times: number) {
	let tries = 0;
	return vi.fn(() =>
		++tries > times ? Promise.resolve('open') : Promise.reject(new Error(`Try ${tries}.`)),
	);
}

test('what fails for a while is tried again until it succeeds', async () => {
	const work = failing(3);
	const done = patiently(work, () => true);
	await vi.runAllTimersAsync();
	expect(await done).toBe('open');
	expect(work).toHaveBeenCalledTimes(4);
});

test('what goes on failing is told in the end', async () => {
	const work = failing(9);
	const told = expect(patiently(work, () => true)).rejects.toThrow('Try 4.');
	await vi.runAllTimersAsync();
	await told;
});

test('what will not pass is told at once', async () => {
	const work = failing(1);
	await expect(patiently(work, () => false)).rejects.toThrow('Try 1.');
	expect(work).toHaveBeenCalledOnce();
});
