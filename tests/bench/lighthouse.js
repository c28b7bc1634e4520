import { execFile } from 'node:child_process';
import { chromium as playwrights } from 'playwright';
import { chromium } from '../setup/chromium.js';

const NEEDED = [22, 19];
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

/** Why Lighthouse can't run here; null when it can. */
export function whyNoLighthouse() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	const [wantedMajor = 0, wantedMinor = 0] = NEEDED;
	const runs = major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
	return runs ? null : `it needs Node ${NEEDED.join('.')}, and this is ${process.versions.node}`;
}

/**
 * Runs Lighthouse 13, fetched for the occasion, as it is by default: a phone of the middle class.
 *
 * @param {string} url
 * @returns {Promise<{ scores: [category: string, score: number][], failed: string[] }>} scores 0 to 100,
 *   and the ids of the audits that cost points
 */
export async function lighthouse(url) {
	const { executablePath, args } = chromium();
	const json = await output(
		'npx',
		[
			'--yes',
			'lighthouse@13',
			url,
			'--quiet',
			'--output=json',
			`--only-categories=${categories.join()}`,
			`--chrome-flags=${['--headless=new', ...args].join(' ')}`,
		],
		{ CHROME_PATH: executablePath ?? playwrights.executablePath() },
	);
	const report = JSON.parse(json);
	return {
		scores: categories.map((id) => [id, Math.round(report.categories[id].score * 100)]),
		failed: categories.flatMap((id) =>
			/** @type {{ id: string, weight: number }[]} */ (report.categories[id].auditRefs)
				.filter((audit) => audit.weight > 0 && (report.audits[audit.id].score ?? 1) < 0.9)
				.map((audit) => audit.id),
		),
	};
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} environment
 * @returns {Promise<string>}
 */
function output(command, args, environment) {
	return new Promise((resolve, reject) => {
		const options = {
			env: { ...process.env, ...environment },
			maxBuffer: 64 * 1024 * 1024,
			shell: process.platform === 'win32',
		};
		execFile(command, args, options, (error, stdout) => {
			if (error) reject(new Error(`${command} failed.`, { cause: error }));
			else resolve(stdout);
		});
	});
}
