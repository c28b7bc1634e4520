import { existsSync, readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';
import { gunzipSync } from 'node:zlib';
import { chromium as browsers } from 'playwright';
import { chromium } from '../../setup/chromium.js';
import { bundle } from '../bundle.js';
import { median } from '../median.js';
import { table } from '../table.js';
import { oracleFit, oracleItems } from './oracle.js';
import { workerTimes } from './worker-times.js';

const SAMPLE = process.env['FIT_SAMPLE'] ?? '../shared/samples/reviews-one-learner.csv.gz';
const SIZES = (process.env['FIT_SIZES'] ?? '1000,20000,100000').split(',').map(Number);
const RUNS = 15;

const script = await bundle('tests/bench/fit/optimizer.ts');
runInThisContext(script);
const { fitParameters, heldOutLogLoss, simulatedHistories, splitTime } = globalThis.fitBench;
const browser = await browsers.launch(chromium());
console.log(
	`Chromium ${browser.version()}, Node ${process.versions.node}, fsrs-rs by its binding 0.5.0\n`,
);

const rows = [];
for (const reviews of SIZES) {
	for (const [name, truth] of Object.entries(globalThis.fitBench.trueParameterSets)) {
		const log = simulatedHistories(truth, reviews, reviews);
		const inWorker = await workerTimes(browser, script, {
			truth,
			reviews,
			seed: reviews,
			runs: RUNS,
		});
		rows.push(await compared(`${reviews.toLocaleString('en')}, ${name}`, log, inWorker));
	}
}
if (existsSync(SAMPLE)) {
	const log = globalThis.fitBench.historiesOfCsv(gunzipSync(readFileSync(SAMPLE)).toString());
	rows.push(await compared(`one learner, ${log.times.length.toLocaleString('en')}`, log, []));
} else console.log(`There is no ${SAMPLE}: the learner's own reviews are left out.\n`);
await browser.close();

console.log(
	'Log loss of the last fifth of the reviews, learned from the four fifths before it. Times in Node: median of',
	`${RUNS} runs each, in turn; “worker” is a worker of Chromium, its first run with all compiling, then the median.\n`,
);
console.log(
	table(
		[
			'reviews',
			'usual',
			'fsrs-rs',
			'here',
			'against it',
			'fsrs-rs',
			'here',
			'times as fast',
			'worker, first',
			'times',
			'then',
			'times',
		],
		rows,
	),
);

/**
 * @param {string} name
 * @param {ReturnType<typeof simulatedHistories>} log
 * @param {readonly number[]} inWorker
 */
async function compared(name, log, inWorker) {
	const before = splitTime(log, 0.8);
	const items = oracleItems(log, before);
	/** @type {{ theirs: number[], ours: number[] }} */
	const times = { theirs: [], ours: [] };
	/** @type {readonly number[]} */
	let theirs = [];
	/** @type {readonly number[]} */
	let ours = [];
	for (let run = 0; run < RUNS; run++) {
		const start = performance.now();
		theirs = await oracleFit(items);
		const between = performance.now();
		ours = fitParameters(log, { before, relearningSteps: 1 });
		times.theirs.push(between - start);
		times.ours.push(performance.now() - between);
	}
	const losses = [globalThis.fitBench.defaultParameters, theirs, ours].map((parameters) =>
		heldOutLogLoss(log, before, parameters),
	);
	const [, native = NaN, own = NaN] = losses;
	const [slow, fast] = [median(times.theirs), median(times.ours)];
	const [first, ...later] = inWorker;
	return [
		name,
		...losses.map((loss) => loss.toFixed(4)),
		`${own > native ? '+' : '−'}${Math.abs((own / native - 1) * 100).toFixed(2)} %`,
		ms(slow),
		ms(fast),
		(slow / fast).toFixed(1),
		...(first === undefined
			? ['', '', '', '']
			: [
					ms(first),
					(slow / first).toFixed(1),
					ms(median(later)),
					(slow / median(later)).toFixed(1),
				]),
	];
}

/** @param {number} time */
function ms(time) {
	return `${time.toFixed(0)} ms`;
}
