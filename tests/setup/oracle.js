import { createRequire } from 'node:module';

/**
 * Tests against fsrs-rs, which its Node binding brings as a native binary for most systems. Where there is none,
 * they are left out of what is to be run, and that is said; elsewhere they run like any other.
 *
 * @returns {string[]} what not to run
 */
export function withoutOracle() {
	try {
		createRequire(import.meta.url)('@open-spaced-repetition/binding');
		return [];
	} catch {
		console.warn(
			'fsrs-rs has no binary for this system: tests/**/*.oracle.test.ts are not among the tests.',
		);
		return ['tests/**/*.oracle.test.ts'];
	}
}
