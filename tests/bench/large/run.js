import { chromium as browsers } from 'playwright';
import { chromium } from '../../setup/chromium.js';
import { build } from '../../../src/serve/build.js';
import { listen } from '../../../src/serve/listen.js';
import { staticHost } from '../../../src/serve/static-host.js';
import { table } from '../table.js';
import { answersOnScreen } from '../review-by-script.js';
import { openCollection } from './open-collection.js';
import { restored } from './restored.js';
import { heapOverAnswers, memoryAfter, openings, undosOnScreen } from './screens.js';
import { tabMemory } from './tab-memory.js';
import { watched } from './watched.js';
import { newParameters, wholeLog } from './whole-log.js';
import { median, quantile } from '../median.js';

/**
 * How the app behaves with a large collection, against a small one in the same run:
 * `npm run bench:large -- --only=openings,answers --cards=100000 --events=1000000 --answers=450 --growth=10000`
 */
const PARTS = [
	'openings',
	'answers',
	'undos',
	'check',
	'backup',
	'restore',
	'log',
	'parameters',
	'growth',
];
const options = { cards: 100_000, events: 1_000_000, answers: 450, rounds: 9, growth: 10_000 };
let only = PARTS;
for (const argument of process.argv.slice(2)) {
	const [, name, value = ''] = /^--(\w+)=([\w,]+)$/.exec(argument) ?? [];
	if (name === 'only' && value.split(',').every((part) => PARTS.includes(part))) {
		only = value.split(',');
	} else if (name && name in options && /^\d+$/.test(value)) {
		Object.assign(options, { [name]: Number(value) });
	} else {
		console.error(
			`Unknown: ${argument}. There are ${Object.keys(options).join(', ')}, and only=${PARTS.join()}.`,
		);
		process.exit(1);
	}
}
const PORT = Number(process.env['BENCH_PORT'] ?? 4374);
const origin = `http://localhost:${PORT}`;

await build();
if (!(await listen(staticHost('build'), PORT))) {
	console.error(`Port ${PORT} is taken. Set BENCH_PORT to another one.`);
	process.exit(1);
}

const small = await openCollection(browsers, origin, { cards: 100, events: 1000, decks: 2 });
const { cards, events, answers, rounds, growth } = options;
const large = await openCollection(browsers, origin, {
	cards,
	events,
	decks: Math.max(2, Math.round(cards / 2500)),
});
console.log(`\n${cards} cards and ${events} events against 100 cards and 1000 events\n`);

/** @type {string[][]} */
const rows = [];
/** @type {string[][]} */
const alone = [];
const FRAME_MS = 1000 / 60;
const ms = (/** @type {number} */ time) => `${time.toFixed(1)} ms`;
const MB = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

await part('openings', async () => {
	for (const [name, path, selector] of /** @type {const} */ ([
		['Opening Today, to the counts', '/', '.due'],
		['First card of a review', '/review', 'button:has-text("Show answer")'],
	])) {
		const [one, other] = await openings(
			small.page,
			large.page,
			`${origin}${path}`,
			selector,
			rounds,
		);
		add(name, median(one), median(other), ms);
	}
});
await part('answers', async () => {
	const one = await answersOnScreen(small.page, origin, answers);
	const other = await answersOnScreen(large.page, origin, answers);
	add('One answer, to the next card', median(one.acts), median(other.acts), ms);
	addPairs('One answer, large, against bare writes', other);
	add(
		`JavaScript heap after ${answers} answers`,
		await memoryAfter(small.page),
		await memoryAfter(large.page),
		MB,
	);
	const [tab, largeTab] = [tabMemory(small.folder), tabMemory(large.folder)];
	if (tab && largeTab) add(`Memory of the tab after ${answers} answers`, tab, largeTab, MB);
});
await part('undos', async () => {
	const one = await undosOnScreen(small.page, origin, 60);
	const other = await undosOnScreen(large.page, origin, 60);
	add('Undo, to the card’s return', median(one.acts), median(other.acts), ms);
	addPairs('Undo, large, against bare writes', other);
});
await part('check', () =>
	addWatched('Check and repair', '/settings', /entr(y|ies) checked|could not be made/),
);
await part('backup', () =>
	addWatched('Save a backup', '/transfer', /Saved as|No backup was saved/),
);
await part('restore', async () => {
	const { readSeconds, storedSeconds, longestTaskMs } = await restored(
		browsers,
		chromium(),
		large.page,
		origin,
	);
	const longest = `longest task ${ms(longestTaskMs)}`;
	alone.push(['Reading and checking a backup file', `${readSeconds.toFixed(1)} s`, '']);
	alone.push(['Restoring what was read', `${storedSeconds.toFixed(1)} s`, longest]);
});
await part('log', async () => {
	for (const [name, seconds] of await wholeLog(large.page, origin)) {
		alone.push([name, `${seconds.toFixed(2)} s`, '']);
	}
});
await part('parameters', async () => {
	for (const [name, seconds] of await newParameters(large.page, origin)) {
		alone.push([name, `${seconds.toFixed(2)} s`, '']);
	}
});
await part('growth', async () => {
	const heaps = await heapOverAnswers(large.page, origin, growth);
	const [first = NaN, last = NaN] = [heaps[0], heaps.at(-1)];
	alone.push([`Heap after the first thousand of ${growth} answers`, MB(first), '']);
	alone.push([`Heap after ${growth} answers`, MB(last), (last / first).toFixed(2)]);
});
if (rows.length > 0) console.log(table(['', '100 cards', `${cards} cards`, 'ratio'], rows));
if (alone.length > 0) console.log(table([`${cards} cards`, '', ''], alone));
await Promise.all([small.close(), large.close()]);
process.exit();

/**
 * @param {string} name
 * @param {() => Promise<void>} measure
 */
async function part(name, measure) {
	if (!only.includes(name)) return;
	const start = performance.now();
	await measure();
	console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
}

/**
 * @param {string} button
 * @param {string} path
 * @param {RegExp} done
 */
async function addWatched(button, path, done) {
	const { seconds, longestTaskMs, told } = await watched(
		large.page,
		`${origin}${path}`,
		button,
		done,
	);
	const progress = told ? 'with progress' : 'no progress seen';
	alone.push([button, `${seconds.toFixed(1)} s`, `${progress}, longest task ${ms(longestTaskMs)}`]);
}

/**
 * @param {string} name
 * @param {number} one
 * @param {number} other
 * @param {(value: number) => string} shown
 */
function add(name, one, other, shown) {
	rows.push([name, shown(one), shown(other), (other / one).toFixed(2)]);
}

/**
 * @param {string} name
 * @param {import('../review-by-script.js').Pairs} acts
 */
function addPairs(name, { acts, writes }) {
	const ratios = acts.map((time, index) => time / (writes[index] ?? NaN));
	rows.push([`${name}, p50`, ms(median(writes)), ms(median(acts)), median(ratios).toFixed(2)]);
	const [write, act] = [quantile(writes, 0.95), quantile(acts, 0.95)];
	rows.push([`${name}, p95`, ms(write), ms(act), (act / write).toFixed(2)]);
	const bound = FRAME_MS + write;
	rows.push([
		`The same p95 against a frame and the commit`,
		ms(bound),
		ms(act),
		(act / bound).toFixed(2),
	]);
}
