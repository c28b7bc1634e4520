import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';

/*
 * npm run bench:planner -- --cards 40,200 --days 1,3,7,14,30,60 --shares 0.75,1,1.2,1.7,2.5 --learners 20 --true
 *
 * `--learners`: how many for 40 cards and 14 days; larger settings get fewer. `--true`: learners who are as the app believes.
 * `--time`: how long one plan takes, instead.
 */
const { values } = parseArgs({
	options: {
		cards: { type: 'string', default: '40,200' },
		days: { type: 'string', default: '1,3,7,14,30,60' },
		shares: { type: 'string', default: '0.75,1,1.2,1.7,2.5' },
		learners: { type: 'string', default: '20' },
		true: { type: 'boolean', default: false },
		time: { type: 'boolean', default: false },
	},
});
const numbers = (/** @type {string} */ text) => text.split(',').map(Number);

/** Node 20 does not read TypeScript. */
const folder = mkdtempSync(join(tmpdir(), 'bench-planner-'));
const built = await build({
	configFile: false,
	logLevel: 'error',
	ssr: { noExternal: true },
	build: {
		write: false,
		ssr: 'tests/bench/planner/bench.ts',
		rolldownOptions: { output: { format: 'es', codeSplitting: false } },
	},
});
const [output] = [built].flat();
if (!output || !('output' in output)) throw new Error('The bench gave no script.');
const file = join(folder, 'bench.mjs');
writeFileSync(file, output.output[0].code);
/** @type {typeof import('./bench.ts')} */
const { bench, timePlans } = await import(pathToFileURL(file).href);
rmSync(folder, { recursive: true });

const learners = Number(values.learners);
let isHead = true;
/** @param {readonly string[]} cells */
const tell = (cells) => {
	console.log(`| ${cells.join(' | ')} |`);
	if (isHead) console.log(`|${' ---: |'.repeat(cells.length)}`);
	isHead = false;
};
if (values.time) timePlans(numbers(values.cards), numbers(values.days), tell);
else
	bench(
		numbers(values.cards),
		numbers(values.days),
		numbers(values.shares),
		({ cards, days }) =>
			Math.max(
				4,
				Math.round(learners * Math.min(1, Math.sqrt(40 / cards)) * Math.min(3, 14 / days)),
			),
		values.true,
		tell,
	);
