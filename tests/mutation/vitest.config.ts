import { defineConfig } from 'vitest/config';

/** The domain's tests alone: all that is run against each mutant. */
export default defineConfig({
	root: process.cwd(),
	test: {
		environment: 'node',
		testTimeout: 60_000,
		include: ['src/lib/domain/{memory,scheduling,time,queue,log}/**/*.test.ts'],
	},
});
