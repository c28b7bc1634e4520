import { availableParallelism } from 'node:os';
import { endWithNpm } from '../../src/serve/end-with-npm.js';
import { install } from '../../src/serve/install.js';
import { npm, run } from '../../src/serve/run.js';

/**
 * Every fault test with its full number, one after the other, and a table at the end. `--seed 123` tries the
 * chances of an earlier run again; `--only kills` runs the parts whose name has that word.
 */
endWithNpm();
await install();
const { getChromium } = await import('../setup/get-chromium.js');
const { table } = await import('../bench/table.js');
process.env['CHROMIUM_PATH'] = await getChromium();

/** @param {string} name */
const option = (name) => {
	const at = process.argv.indexOf(name);
	return at < 0 ? undefined : process.argv[at + 1];
};
const seed = Number(option('--seed') ?? Math.floor(Math.random() * 2 ** 31));
const only = option('--only') ?? '';
console.log(`Seed ${seed}`);

const shards = Math.max(1, Math.min(8, availableParallelism()));
const sequences = Number(process.env['MODEL'] ?? 10_000);

/** @param {string} project @param {string[]} files */
const vitest = (project, files) => (/** @type {Record<string, string>} */ environment) =>
	npm(['run', '--silent', `test:${project}`, '--', ...files], environment);
/** @param {string} file */
const e2e = (file) => (/** @type {Record<string, string>} */ environment) =>
	npm(['run', '--silent', 'test:e2e', '--', '--workers=1', file], environment);

/**
 * @type {readonly { name: string, number: string,
 *   go: (environment: Record<string, string>) => Promise<number> }[]}
 */
const parts = [
	{
		name: 'Two devices against a plain model',
		number: `${sequences} sequences of 100 acts`,
		go: inShards,
	},
	{
		name: 'Two devices in a real Chromium',
		number: `${process.env['REAL'] ?? 50} sequences of 100 acts`,
		go: vitest('browser', ['tests/faults/two-real-devices']),
	},
	{
		name: 'Writes and upgrades that fail',
		number: 'every act, every write, four ways',
		go: vitest('browser', [
			'src/lib/storage/testing/failing-writes',
			'src/lib/storage/testing/failing-upgrade',
		]),
	},
	{
		name: 'Kills of the browser while it writes',
		number: `${process.env['KILLS'] ?? 200} on LevelDB, as many on SQLite`,
		go: e2e('killed-browser'),
	},
	{
		name: 'Kills of the browser in the middle of an upgrade',
		number: `${2 * Number(process.env['UPGRADES'] ?? 40)} on LevelDB, ${process.env['UPGRADES'] ?? 40} on SQLite`,
		go: e2e('killed-upgrade'),
	},
	{ name: 'Damaged files', number: '12 kinds', go: e2e('damaged-files') },
	{
		name: 'Five tabs, four of them killed',
		number: `${process.env['ANSWERS'] ?? 1000} answers`,
		go: e2e('five-tabs'),
	},
	{
		name: 'Old and new versions side by side',
		number: 'every schema, tab and service worker',
		go: (environment) =>
			e2e('new-version')(environment).then(
				async (code) =>
					code ||
					vitest('browser', [
						'src/lib/storage/database/open-database',
						'src/lib/storage/testing/fixtures',
					])(environment),
			),
	},
	{
		name: 'Time: zones, rollovers, date line',
		number: 'all cases',
		go: (environment) =>
			e2e('clock-and-zones')(environment).then(
				async (code) => code || vitest('unit', ['src/lib/domain/time'])(environment),
			),
	},
	{
		name: 'Mutants of the rules',
		number: 'at least 90 % killed',
		go: (environment) => npm(['run', '--silent', 'test:mutation'], environment),
	},
];

const rows = [];
for (const { name, number, go } of parts.filter(({ name }) => name.toLowerCase().includes(only))) {
	console.log(`\n── ${name}: ${number} ──\n`);
	const began = Date.now();
	const code = await go({ FAULTS: 'full', SEED: String(seed) });
	const minutes = ((Date.now() - began) / 60_000).toFixed(1);
	rows.push([name, number, `${minutes} min`, code === 0 ? 'holds' : 'FAILED']);
	if (code !== 0) process.exitCode = 1;
}
console.log(`\nSeed ${seed}\n`);
console.log(table(['Fault', 'tried', 'took', ''], rows));

/**
 * The sequences in as many processes as there are cores, each with a seed of its own.
 *
 * @param {Record<string, string>} environment
 */
async function inShards(environment) {
	const codes = await Promise.all(
		Array.from({ length: shards }, (_, shard) =>
			run(
				process.execPath,
				['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'tests/faults/two-devices'],
				{
					...environment,
					SEED: String(seed + shard),
					MODEL: String(Math.ceil(sequences / shards)),
				},
			),
		),
	);
	return Math.max(...codes);
}
