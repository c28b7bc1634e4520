import { expect, test } from 'vitest';
import { tally, total } from '../setup/tally.js';

const vitest = {
	numPassedTests: 7,
	numFailedTests: 1,
	numPendingTests: 2,
	numTodoTests: 1,
	testResults: [
		{ status: 'passed', assertionResults: [{}] },
		{ status: 'failed', assertionResults: [{}] },
	],
};

test('the tests of a Vitest report are counted', () => {
	expect(tally(JSON.stringify(vitest))).toEqual({ passed: 7, failed: 1, skipped: 3 });
});

test('a file that could not be loaded counts as a failed test', () => {
	const testResults = [...vitest.testResults, { status: 'failed', assertionResults: [] }];
	expect(tally(JSON.stringify({ ...vitest, testResults })).failed).toBe(2);
});

test('the tests and errors of a Playwright report are counted', () => {
	const stats = { expected: 5, unexpected: 2, flaky: 1, skipped: 4 };
	expect(tally(JSON.stringify({ stats, errors: [{}] }))).toEqual({
		passed: 5,
		failed: 4,
		skipped: 4,
	});
});

test('tallies add up', () => {
	const one = { passed: 1, failed: 2, skipped: 3 };
	expect(total([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 });
	expect(total([])).toEqual({ passed: 0, failed: 0, skipped: 0 });
});
