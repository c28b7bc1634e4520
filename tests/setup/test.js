import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { endWithNpm } from '../../src/serve/end-with-npm.js';
import { install } from '../../src/serve/install.js';
import { npm } from '../../src/serve/run.js';

endWithNpm();
await install();

// Only now: these need the packages.
const { getChromium } = await import('./get-chromium.js');
const { tally, total } = await import('./tally.js');
const { failedTests } = await import('./failed-tests.js');

process.env['CHROMIUM_PATH'] = await getChromium();

const reports = 'test-results';

/**
 * The npm scripts that run tests; each has the machine to itself.
 *
 * @type {{ script: string, args: string[], report: string }[]}
 */
const steps = [
	...['unit', 'browser'].map((project) => ({
		script: `test:${project}`,
		args: ['--reporter=default', '--reporter=json', `--outputFile.json=${reports}/${project}.json`],
		report: `${reports}/${project}.json`,
	})),
	{ script: 'test:e2e', args: ['--reporter=list,json'], report: `${reports}/e2e.json` },
];

const failures = [];
const toTell = [];
const tallies = [];

mkdirSync(reports, { recursive: true });
for (const { script, args, report } of steps) {
	console.log(`\n── npm run ${script} ──\n`);
	rmSync(report, { force: true });
	const code = await npm(['run', '--silent', script, '--', ...args], {
		PLAYWRIGHT_JSON_OUTPUT_FILE: report,
	});
	if (code !== 0) failures.push(script);
	const json = existsSync(report) ? readFileSync(report, 'utf8') : null;
	tallies.push(tallyOf(json, code));
	if (json !== null) toTell.push(...failedTests(json));
}

const { passed, failed, skipped } = total(tallies);
console.log('');
for (const test of toTell) console.log(`✗ ${test}\n`);
if (failures.length > 0) console.log(`Not in order: ${failures.join(', ')}`);
if (skipped > 0) console.log(`${skipped} skipped`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failures.length > 0 || failed > 0 ? 1 : 0;

/**
 * @param {string | null} json the runner's report, if it wrote one
 * @param {number} code its exit code
 */
function tallyOf(json, code) {
	const result = json === null ? total([]) : tally(json);
	// A runner that ends badly without naming a failed test has still failed.
	return code !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result;
}
