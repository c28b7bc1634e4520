import { defineConfig } from '@playwright/test';
import { chromium } from './tests/setup/chromium.js';
import { testPort } from './tests/setup/test-port.js';

const baseURL = `http://localhost:${testPort}`;

/** The longest come first, so that no worker is left with one of them at the end. */
const long = /(accessibility|killed-[\w-]+|week|damaged-files)\.test\.ts$/;

export default defineConfig({
	testDir: 'tests/end-to-end',
	outputDir: 'test-results/end-to-end',
	projects: [
		{ name: 'long', testMatch: long },
		{ name: 'others', testMatch: '**/*.test.ts', testIgnore: long },
	],
	fullyParallel: true,
	workers: 2,
	// A test that passes only the second time hides something.
	retries: 0,
	forbidOnly: true,
	// Long enough for a busy machine.
	timeout: 60_000,
	expect: { timeout: 15_000 },
	use: {
		baseURL,
		// It fetches the whole app on every first visit. What it is there for has tests of its own, which allow it.
		serviceWorkers: 'block',
		launchOptions: chromium(),
		screenshot: 'only-on-failure',
		// It takes a third of the time: `--trace on` for the test that failed.
		trace: 'off',
	},
	webServer: { command: 'node tests/setup/serve.js', url: baseURL, reuseExistingServer: false },
});
