import { relative } from 'node:path';

/**
 * @typedef {{ fullName: string, status: string, failureMessages: string[] }} VitestTest
 * @typedef {{ testResults: { name: string, status: string, message: string, assertionResults: VitestTest[] }[] }} VitestReport
 * @typedef {{ ok: boolean, title: string, file: string, tests: { results: { errors: { message?: string }[] }[] }[] }} Spec
 * @typedef {{ specs: Spec[], suites?: Suite[] }} Suite
 * @typedef {{ suites: Suite[], errors: { message?: string }[] }} PlaywrightReport
 */

/** Lines of what went wrong that are told of each test: enough for the message and its first place in the code. */
const LINES = 12;

/**
 * Each failed test of a report that Vitest or Playwright wrote as JSON, with what went wrong: told last of all, so
 * that who sees no more than the end of a long run knows where to look.
 *
 * @param {string} json
 * @returns {string[]} a test's file and name, and below, indented, its errors
 */
export function failedTests(json) {
	const report = /** @type {VitestReport | PlaywrightReport} */ (JSON.parse(json));
	return 'testResults' in report ? ofVitest(report) : ofPlaywright(report);
}

/** @param {VitestReport} report */
function ofVitest({ testResults }) {
	return testResults.flatMap(({ name, status, message, assertionResults }) => {
		const file = relative('.', name);
		const failed = assertionResults.filter((test) => test.status === 'failed');
		if (status === 'failed' && failed.length === 0) return [told(file, [message])];
		return failed.map((test) => told(`${file} › ${test.fullName}`, test.failureMessages));
	});
}

/** @param {PlaywrightReport} report */
function ofPlaywright({ suites, errors }) {
	const failed = suites.flatMap(specsOf).filter(({ ok }) => !ok);
	return [
		...failed.map(({ file, title, tests }) =>
			told(
				`${file} › ${title}`,
				tests.flatMap(({ results }) => results.flatMap((result) => result.errors.map(messageOf))),
			),
		),
		...errors.map((error) => told('outside of any test', [messageOf(error)])),
	];
}

/**
 * @param {Suite} suite
 * @returns {Spec[]}
 */
function specsOf({ specs, suites = [] }) {
	return [...specs, ...suites.flatMap(specsOf)];
}

/** @param {{ message?: string }} error */
function messageOf({ message = 'no message' }) {
	return message;
}

/**
 * @param {string} name
 * @param {readonly string[]} messages
 */
function told(name, messages) {
	const lines = messages.flatMap((message) => message.split('\n').slice(0, LINES));
	return [name, ...lines.map((line) => `    ${line}`)].join('\n');
}
