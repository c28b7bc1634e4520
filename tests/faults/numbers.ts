/**
 * How often a fault test tries: a smaller number in `npm test`, the full one in `npm run test:faults`, or what
 * an environment variable says (`MODEL=20 npx vitest run tests/faults/two-devices`).
 */
export function times(variable: string, few: number, full: number): number {
	const said = Number(environment[variable]);
	if (said > 0) return said;
	return environment['FAULTS'] === 'full' ? full : few;
}

/** The seed of a test's chances, printed so that it can be said again: `SEED=…`, `--seed …` of test:faults. */
export function seedOf(name: string): number {
	const said = environment['SEED'];
	const seed =
		said === undefined || said === '' ? Math.floor(Math.random() * 2 ** 31) : Number(said);
	// eslint-disable-next-line no-console -- a failure is tried again with it
	console.info(`${name}: seed ${seed}`);
	return seed;
}

const environment: Readonly<Record<string, string | undefined>> =
	typeof process === 'undefined' ? import.meta.env : process.env;
