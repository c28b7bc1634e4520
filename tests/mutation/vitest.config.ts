import { defineConfig } from 'vitest/config';

/** `MUTATED=time`: the tests of the one folder that is mutated, which is quicker and stricter. */
const { MUTATED = '{memory,scheduling,time,queue,log}' } = process.env;

/**
 * The domain's tests alone: all that is run against each mutant. The longest property is left out, or a folder
 * takes a day: a mutant that nothing but its ten thousand cases kills counts as alive.
 */
export default defineConfig({
	root: process.cwd(),
	test: {
		environment: 'node',
		testTimeout: 60_000,
		setupFiles: ['tests/mutation/no-shrinking.ts'],
		include: [`src/lib/domain/${MUTATED}/**/*.test.ts`],
		testNamePattern: /^(?!.*10,000 random)/,
	},
});
