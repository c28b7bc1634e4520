import { expect, test } from 'vitest';
import { failureWords, isDiskFull } from './failure-words.ts';

test('a full disk is known however deep it is wrapped, and said so', () => {
	const quota = Object.assign(new Error('Quota'), { name: 'QuotaExceededError' });
	const abort = Object.assign(new Error('Abort'), { name: 'AbortError', inner: quota });
	for (const cause of [quota, abort]) {
		expect(isDiskFull(cause)).toBe(true);
		expect(failureWords(cause)).toMatch(/^There is no space left on this device/);
	}
	expect(isDiskFull(new Error('Other'))).toBe(false);
	expect(failureWords(new Error('Other.'))).toBe('Other.');
});
