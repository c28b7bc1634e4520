import { chromium as browsers } from 'playwright';
import { build } from '../../../src/serve/build.js';
import { listen } from '../../../src/serve/listen.js';
import { staticHost } from '../../../src/serve/static-host.js';
import { table } from '../table.js';
import { openCollection } from './open-collection.js';
import { answersOnScreen, memoryAfter, openings, undosOnScreen } from './screens.js';
import { wholeLog } from './whole-log.js';
import { median, quantile } from './median.js';

/**
 * How the app behaves with a large collection, against a small one in the same run:
 * `npm run bench:large -- --cards=100000 --events=1000000 --answers=450`
 */
const options = { cards: 100_000, events: 1_000_000, answers: 450, rounds: 9, whole: 1 };
for (const argument of process.argv.slice(2)) {
	const [, name, value] = /^--(\w+)=(\d+)$/.exec(argument) ?? [];
	if (!name || !(name in options)) {
		console.error(`Unknown: ${argument}. There are ${Object.keys(options).join(', ')}.`);
		process.exit(1);
	}
	Object.assign(options, { [name]: Number(value) });
}
const PORT = Number(process.env['BENCH_PORT'] ?? 4374);
const origin = `http://localhost:${PORT}`;

await build();
if (!(await listen(staticHost('build'), PORT))) {
	console.error(`Port ${PORT} is taken. Set BENCH_PORT to another one.`);
	process.exit(1);
}

const small = await openCollection(browsers, origin, { cards: 100, events: 1000, decks: 2 });
const { cards, events, answers, rounds } = options;
const large = await openCollection(browsers, origin, {
	cards,
	events,
	decks: Math.max(2, Math.round(cards / 2500)),
});
console.log(`\n${cards} cards and ${events} events against 100 cards and 1000 events\n`);

/** @type {string[][]} */
const rows = [];
const ms = (/** @type {number} */ time) => `${time.toFixed(1)} ms`;
const MB = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

for (const [name, path, selector] of /** @type {const} */ ([
	['Opening Today, to the counts', '/', '.due'],
	['First card of a review', '/review', 'button:has-text("Show answer")'],
])) {
	const [one, other] = await openings(small.page, large.page, `${origin}${path}`, selector, rounds);
	add(name, median(one), median(other), ms);
}

const answered = {
	small: await answersOnScreen(small.page, origin, answers),
	large: await answersOnScreen(large.page, origin, answers),
};
add('One answer, to the next card', median(answered.small.acts), median(answered.large.acts), ms);
addPairs('One answer, large, against bare writes', answered.large);
const undone = {
	small: await undosOnScreen(small.page, origin, 60),
	large: await undosOnScreen(large.page, origin, 60),
};
add('Undo, to the card’s return', median(undone.small.acts), median(undone.large.acts), ms);
addPairs('Undo, large, against bare writes', undone.large);
const heaps = [await memoryAfter(small.page), await memoryAfter(large.page)];
add(`Memory after ${answers} answers`, heaps[0] ?? NaN, heaps[1] ?? NaN, MB);
console.log(table(['', '100 cards', `${cards} cards`, 'ratio'], rows));

if (options.whole) {
	console.log('');
	const seconds = await wholeLog(large.page, origin);
	console.log(
		table(
			['The whole log, large', 'seconds'],
			seconds.map(([name, time]) => [name, time.toFixed(2)]),
		),
	);
}
await Promise.all([small.close(), large.close()]);
process.exit();

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
 * @param {import('./screens.js').Acts} acts
 */
function addPairs(name, { acts, writes }) {
	const ratios = acts.map((time, index) => time / (writes[index] ?? NaN));
	rows.push([`${name}, p50`, ms(median(writes)), ms(median(acts)), median(ratios).toFixed(2)]);
	const [write, act] = [quantile(writes, 0.95), quantile(acts, 0.95)];
	rows.push([`${name}, p95`, ms(write), ms(act), (act / write).toFixed(2)]);
}
