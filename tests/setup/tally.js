/**
 * What a run of tests came to.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 */

/**
 * @typedef {{
 *   numPassedTests: number,
 *   numFailedTests: number,
 *   numPendingTests: number,
 *   numTodoTests: number,
 *   testResults: { status: string, assertionResults: unknown[] }[]
 * }} VitestReport
 * @typedef {{
 *   stats: { expected: number, unexpected: number, flaky: number, skipped: number },
 *   errors: unknown[]
 * }} PlaywrightReport
 */

/**
 * The tally of a report that Vitest or Playwright wrote as JSON. A file that could not even be loaded, and an
 * error outside of any test, count as one failed test each.
 *
 * @param {string} json
 * @returns {Tally}
 */
export function tally(json) {
	const report = /** @type {VitestReport | PlaywrightReport} */ (JSON.parse(json));
	return 'stats' in report ? tallyPlaywright(report) : tallyVitest(report);
}

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function total(tallies) {
	return tallies.reduce(
		(sum, one) => ({
			passed: sum.passed + one.passed,
			failed: sum.failed + one.failed,
			skipped: sum.skipped + one.skipped,
		}),
		{ passed: 0, failed: 0, skipped: 0 },
	);
}

/**
 * @param {VitestReport} report
 * @returns {Tally}
 */
function tallyVitest(report) {
	const unloaded = report.testResults.filter(
		({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
	);
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests + unloaded.length,
		skipped: report.numPendingTests + report.numTodoTests,
	};
}

/**
 * @param {PlaywrightReport} report
 * @returns {Tally}
 */
function tallyPlaywright({ stats, errors }) {
	return {
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky + errors.length,
		skipped: stats.skipped,
	};
}
