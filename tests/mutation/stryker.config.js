/**
 * Mutants of the rules that decide when a card comes back. One folder:
 * `npm run test:mutation -- --mutate 'src/lib/domain/time/*.ts,!**\/*.test.ts'`.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
	testRunner: 'vitest',
	vitest: { configFile: 'tests/mutation/vitest.config.ts', related: false },
	plugins: ['@stryker-mutator/vitest-runner'],
	coverageAnalysis: 'perTest',
	mutate: [
		'src/lib/domain/{memory,scheduling,time,queue,log}/*.ts',
		'!src/lib/domain/**/*.test.ts',
		// Examples for tests.
		'!src/lib/domain/**/example-*.ts',
	],
	// Stryker leaves out .svelte-kit, where the tsconfig that ours builds on is.
	ignorePatterns: ['/build', '!.svelte-kit', '/test-results', '/static', '/content'],
	tempDirName: 'test-results/mutation/sandbox',
	reporters: ['clear-text', 'json'],
	jsonReporter: { fileName: 'test-results/mutation/report.json' },
	clearTextReporter: {
		allowColor: false,
		logTests: false,
		reportTests: false,
		reportMutants: true,
	},
	thresholds: { high: 95, low: 90, break: 90 },
	concurrency: 2,
	timeoutMS: 20_000,
	// A mutant that is never left is found by the clock.
	timeoutFactor: 2,
};
