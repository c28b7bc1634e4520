import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { times } from '../faults/numbers.ts';
import { showAnswer } from './steps/answer-cards.ts';
import { KillableBrowser } from './steps/killable-browser.ts';
import { storedCards, storedDays, storedEvents } from './steps/stored.ts';

// A trace cannot be taken of a browser that is killed.
test.use({ trace: 'off', screenshot: 'off' });

/** The full number is the fault tests' own. */
const kills = { LevelDB: times('KILLS', 10, 200), SQLite: times('KILLS', 3, 200) };

/** Longer than any start has taken: how quick one is, is not the question here. */
const PATIENCE_MS = 120_000;

interface Told {
	acknowledged(): Promise<void>;
}

for (const backEnd of ['LevelDB', 'SQLite'] as const) {
	const count = kills[backEnd];
	test(`${count} times, the browser is killed in the middle of rating, on ${backEnd}: no acknowledged rating is lost`, async ({
		baseURL,
	}) => {
		test.setTimeout(60_000 + count * 15_000);
		const profile = mkdtempSync(join(tmpdir(), 'green-room-'));
		const address = new URL('/review', baseURL).href;
		let acknowledged = 0;
		try {
			for (let kill = 0; kill <= count; kill++) {
				const browser = await KillableBrowser.launch(profile, backEnd);
				try {
					await browser.page.goto(address);
					await test.step(`start ${kill + 1}`, () => expectOpened(browser.page));
					const kept = await expectSound(browser.page);
					expect(kept, `kept after ${kill} kills`).toBeGreaterThanOrEqual(acknowledged);
					// One more may have been committed when its acknowledgment was cut off.
					acknowledged = kept;
					if (kill < count) await rateUntilKilled(browser, () => acknowledged++);
				} finally {
					await browser.kill();
				}
			}
			expect(acknowledged).toBeGreaterThan(count);
			expect(usesLevelDB(profile)).toBe(backEnd === 'LevelDB');
		} finally {
			rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
		}
	});
}

function usesLevelDB(profile: string): boolean {
	return readdirSync(join(profile, 'Default', 'IndexedDB')).some((name) =>
		name.endsWith('.leveldb'),
	);
}

/**
 * Rates Again as fast as the page takes it, and kills the browser at a random moment.
 *
 * @param acknowledge called when the card after a rating is on the screen
 */
async function rateUntilKilled(browser: KillableBrowser, acknowledge: () => void) {
	const { page } = browser;
	let count = 0;
	await page.exposeFunction('acknowledged', () => {
		acknowledge();
		count++;
	});
	await page.evaluate(() => {
		const button = (label: string) =>
			[...document.querySelectorAll<HTMLElement>('button:not([hidden] *, [hidden])')].find((each) =>
				(each.ariaLabel ?? each.textContent).trim().startsWith(label),
			);
		let rated = false;
		const step = () => {
			const again = button('Again');
			if (again && !rated && again.ariaDisabled !== 'true') {
				again.click();
				rated = true;
			}
			const show = button('Show answer');
			if (show) {
				if (rated) void (globalThis as unknown as Told).acknowledged();
				rated = false;
				show.click();
			}
			setTimeout(step);
		};
		step();
	});
	// A rating or two at least, then any moment of the next few.
	await expect.poll(() => count, { intervals: [10], timeout: PATIENCE_MS }).toBeGreaterThan(1);
	await new Promise((resolve) => setTimeout(resolve, Math.random() * 300));
	await browser.kill();
}

/** The app finds its cards again, however long a busy machine takes; that it lost any is told at once. */
async function expectOpened(page: Page): Promise<void> {
	const trouble = page
		.getByRole('heading', { level: 2, name: 'What was found' })
		.or(page.getByText('could not be opened'));
	await expect(showAnswer(page).or(trouble).first()).toBeVisible({ timeout: PATIENCE_MS });
	if (await trouble.isVisible()) throw new Error(await page.getByRole('main').innerText());
}

/** The log has no gap, and cards and totals say what it says. */
async function expectSound(page: Page): Promise<number> {
	const events = await storedEvents(page);
	expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
	const cards = Object.values(await storedCards(page));
	expect(sum(cards.map(({ reps }) => reps))).toBe(events.length);
	const heads = new Set(cards.map(({ head }) => head));
	const last = new Map(events.map((event) => [event.cardId, event.id]));
	for (const id of last.values()) expect(heads).toContain(id);
	expect(sum((await storedDays(page)).map(({ answers }) => answers))).toBe(events.length);
	return events.length;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
