import { chromium as browsers } from 'playwright';
import { listen } from '../../src/serve/listen.js';
import { staticHost } from '../../src/serve/static-host.js';
import { chromium } from '../setup/chromium.js';
import { answerTimes } from './answer-time.js';
import { byPart, firstLoad, sum } from './first-load.js';
import { lighthouse, whyNoLighthouse } from './lighthouse.js';
import { recordBuild } from './record-build.js';
import { spread } from './spread.js';
import { statisticsTimes } from './statistics-time.js';
import { table } from './table.js';

const ANSWERS = 300;
const PORT = Number(process.env['BENCH_PORT'] ?? 4373);
const phone = { width: 412, height: 823 };
const origin = `http://localhost:${PORT}`;

const ms = (/** @type {number} */ time) => `${time.toFixed(1)} ms`;
const kB = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;

console.log('Building the app …');
const composition = await recordBuild();
if (!(await listen(staticHost('build'), PORT))) {
	console.error(`Port ${PORT} is taken. Set BENCH_PORT to another one.`);
	process.exit(1);
}
const browser = await browsers.launch(chromium());
console.log(`Chromium ${browser.version()}, Node ${process.versions.node}\n`);

const { screen, store } = await answerTimes(browser, origin, ANSWERS);
const measured = [
	/** @type {const} */ (['Store, with the next card at hand', spread(store)]),
	/** @type {const} */ (['Screen: from the click to the next card', spread(screen)]),
];
console.log(
	`One answer, ${ANSWERS} times, in turn with the bare IndexedDB writes of the same rows:\n`,
);
console.log(
	table(
		['', 'answer p50', 'p95', 'bare p50', 'p95', 'ratio p50', 'p95'],
		measured.map(([name, { acts, writes, ratios }]) => [
			name,
			...acts.map(ms),
			...writes.map(ms),
			...ratios.map((ratio) => ratio.toFixed(2)),
		]),
	),
);

const openings = await statisticsTimes(browser, origin);
const [few, many] = [openings.small, openings.large].map(
	(times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN,
);
console.log('\nStatistics, from the click to the first chart, medians taken in turn:\n');
console.log(
	table(
		['', 'p50'],
		[
			['totals of 1,000 events', ms(few ?? NaN)],
			['totals of 1,000,000 events', ms(many ?? NaN)],
			['ratio', ((many ?? NaN) / (few ?? NaN)).toFixed(2)],
		],
	),
);

const { scripts, fonts, data } = await firstLoad(browser, `${origin}/review`, phone);
await browser.close();
const total = (/** @type {readonly { bytes: number }[]} */ files) =>
	sum(files.map(({ bytes }) => bytes));
console.log('\nFirst load of /review, compressed as served:\n');
console.log(
	table(
		['JavaScript', 'brotli'],
		[
			...byPart(scripts, composition).map(([part, bytes]) => [part, kB(bytes)]),
			[`all, in ${scripts.length} files`, kB(total(scripts))],
		],
	),
);
console.log('');
console.log(
	table(
		['Fonts, the page with its styles, the article', 'bytes'],
		[
			...[...fonts, ...data].map(({ name, bytes }) => [name.split('/').at(-1) ?? name, kB(bytes)]),
			['all fonts', kB(total(fonts))],
		],
	),
);

const reason = whyNoLighthouse();
if (reason) console.log(`\nLighthouse was not run: ${reason}.`);
else {
	const rows = [];
	for (const path of ['/', '/review', '/decks/callback-audition']) {
		const { scores, failed } = await lighthouse(`${origin}${path}`);
		rows.push([path, ...scores.map(([, score]) => String(score))]);
		if (failed.length > 0) console.log(`\n${path} loses points by: ${failed.join(', ')}`);
	}
	console.log(
		`\n${table(['Lighthouse', 'performance', 'accessibility', 'best practices', 'SEO'], rows)}`,
	);
}
// The server would go on listening.
process.exit();
