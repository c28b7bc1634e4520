import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { failedTests } from '../setup/failed-tests.js';

const passed = { fullName: 'holds', status: 'passed', failureMessages: [] };
const failed = {
	fullName: 'a sum adds up',
	status: 'failed',
	failureMessages: ['Error: 3\n  at x'],
};

test('a failed test of a Vitest report is told by its file, its name and what went wrong', () => {
	const testResults = [
		{
			name: resolve('src/fine.test.ts'),
			status: 'passed',
			message: '',
			assertionResults: [passed],
		},
		{
			name: resolve('src/sum.test.ts'),
			status: 'failed',
			message: '',
			assertionResults: [passed, failed],
		},
	];
	expect(failedTests(JSON.stringify({ testResults }))).toEqual([
		'src/sum.test.ts › a sum adds up\n    Error: 3\n      at x',
	]);
});

test('a file that could not be loaded is told with its message', () => {
	const testResults = [
		{
			name: resolve('src/sum.test.ts'),
			status: 'failed',
			message: 'No such module',
			assertionResults: [],
		},
	];
	expect(failedTests(JSON.stringify({ testResults }))).toEqual([
		'src/sum.test.ts\n    No such module',
	]);
});

test('a failed test of a Playwright report is found in any suite, and errors outside of tests are told', () => {
	const bad = {
		ok: false,
		title: 'reviews',
		file: 'review.test.ts',
		tests: [{ results: [{ errors: [{ message: 'not seen' }] }] }],
	};
	const fine = { ...bad, ok: true, title: 'fine' };
	const report = {
		stats: {},
		suites: [{ specs: [fine], suites: [{ specs: [bad] }] }],
		errors: [{ message: 'no server' }],
	};
	expect(failedTests(JSON.stringify(report))).toEqual([
		'review.test.ts › reviews\n    not seen',
		'outside of any test\n    no server',
	]);
});

test('of a long message the first lines are told', () => {
	const long = { ...failed, failureMessages: [Array(1000).fill('line').join('\n')] };
	const testResults = [{ name: 'a', status: 'failed', message: '', assertionResults: [long] }];
	expect(failedTests(JSON.stringify({ testResults }))[0]?.split('\n').length).toBeLessThan(20);
});
