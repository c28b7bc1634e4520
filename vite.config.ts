import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { articles } from './src/lib/content/vite-plugin.ts';
import { firstScript } from './src/serve/first-script.js';
import { chromium } from './tests/setup/chromium.js';
import { withoutOracle } from './tests/setup/oracle.js';

const first = firstScript();

export default defineConfig({
	plugins: [articles(), sveltekit(), first.plugin],
	resolve: {
		// The build for browsers of today, a quarter smaller than the one that package.json names.
		alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }],
	},
	environments: {
		client: {
			build: {
				// Of what is left, what three or more scripts share goes into one, but for the charts and the folder of
				// the second copy, which is looked into at each start.
				rolldownOptions: {
					output: {
						codeSplitting: {
							groups: [
								{ name: first.nameOf, priority: 1 },
								{
									name: 'shared',
									minShareCount: 3,
									test: (id) => !/d3-|internmap|components.chart|journal-folder/.test(id),
								},
							],
						},
					},
				},
			},
		},
	},
	// Workers share code with the app, as modules.
	worker: { format: 'es' },
	// Asked for by a click or a worker only: known beforehand, or a test that clicks would see the page reload.
	optimizeDeps: { include: ['papaparse', '@streamparser/json'] },
	build: {
		target: 'baseline-widely-available',
		rolldownOptions: { checks: { bundlerTimings: false } },
	},
	test: {
		// What a passed test makes the browser complain of, such as writes that were made to fail, is no news.
		silent: 'passed-only',
		// Long enough for a property test on a busy machine.
		testTimeout: 30_000,
		expect: { poll: { timeout: 15_000 } },
		// Every core: by itself it leaves one free, which on a small machine is half of them.
		maxWorkers: '100%',
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					// What a test of calculations leaves behind harms no other, and loading everything anew takes long.
					isolate: false,
					include: ['src/**/*.test.ts', 'tests/{unit,faults}/**/*.test.ts'],
					exclude: ['**/*.svelte.test.ts', ...(process.env['VITEST'] ? withoutOracle() : [])],
				},
			},
			{
				extends: true,
				test: {
					name: 'browser',
					include: ['{src,tests}/**/*.svelte.test.ts'],
					// What fault tests are told: pages don't see the environment.
					env: Object.fromEntries(
						['SEED', 'FAULTS', 'REAL'].map((name) => [name, process.env[name] ?? '']),
					),
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({ launchOptions: process.env['VITEST'] ? chromium() : {} }),
						instances: [{ browser: 'chromium' }],
					},
				},
			},
		],
	},
});
