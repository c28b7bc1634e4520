import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { LogEvent } from '#lib/domain/log/event.ts';
import { damages } from '../faults/damage.ts';
import { times } from '../faults/numbers.ts';
import { rate, showAnswer } from './steps/answer-cards.ts';
import { journalLines } from './steps/journal-lines.ts';
import { KillableBrowser, type BackEnd } from './steps/killable-browser.ts';
import { storedEvents } from './steps/stored.ts';

// A trace cannot be taken of a profile that is opened again.
test.use({ trace: 'off', screenshot: 'off' });

const TRIED = times('DAMAGES', 4, damages.length);
/** A few of each sort: every third, so that both back ends and most files are among them. */
const tried = damages.filter((_, index) => index % Math.ceil(damages.length / TRIED) === 0);

for (const backEnd of ['LevelDB', 'SQLite'] as const) {
	test.describe(backEnd, () => {
		// One after another: they all begin with a copy of one profile.
		test.describe.configure({ mode: 'default' });
		let folder = '';
		let sound = '';
		let before: LogEvent[] = [];

		test.beforeAll(async ({ baseURL }) => {
			test.setTimeout(120_000);
			folder = mkdtempSync(join(tmpdir(), 'green-room-'));
			sound = join(folder, 'sound');
			before = await lived(sound, backEnd, addressIn(baseURL));
		});
		test.afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

		for (const { name, harm } of tried.filter((damage) => damage.backEnd === backEnd)) {
			test(`${name}: noticed, and restored in full`, async ({ baseURL }, { testId }) => {
				test.setTimeout(120_000);
				const profile = join(folder, testId);
				const address = addressIn(baseURL);
				cpSync(sound, profile, { recursive: true });
				harm(folderIn(profile));
				const { page, close } = await open(profile, backEnd);
				await page.goto(address);
				const recovery = page.getByRole('heading', { level: 1, name: 'Recovery' });
				await expect(recovery.or(showAnswer(page))).toBeVisible();
				if (await recovery.isVisible()) {
					await expect(page.getByRole('main')).toContainText('Nothing is lost.');
					await page.getByRole('button', { name: 'Restore everything' }).click();
					await expect(page.getByText('Nothing is missing.')).toBeVisible();
					await page.getByRole('button', { name: 'Go on' }).click();
					await expect(showAnswer(page)).toBeVisible();
				}
				// Without a word only where Chromium itself had lost nothing.
				expect(await storedEvents(page)).toEqual(before);
				// The next visit finds the same place again, and it is written to.
				await close();
				const again = await open(profile, backEnd);
				await again.page.goto(address);
				await expect(showAnswer(again.page)).toBeVisible();
				await rate(again.page, 'Again');
				expect((await storedEvents(again.page)).slice(0, -1)).toEqual(before);
				await again.close();
			});
		}
	});
}

const addressIn = (baseURL?: string) => new URL('/review', baseURL).href;

/** Rates cards in two visits, so that LevelDB has a table as well as a log. */
async function lived(profile: string, backEnd: BackEnd, address: string): Promise<LogEvent[]> {
	for (let visit = 0; ; visit++) {
		const { page, close } = await open(profile, backEnd);
		await page.goto(address);
		for (let count = 0; count < 4; count++) {
			await expect(showAnswer(page)).toBeVisible();
			await rate(page, 'Again');
		}
		const events = await storedEvents(page);
		await expect.poll(() => journalLines(page)).toBe(events.length);
		if (visit === 0) await fill(page);
		await close();
		if (visit === 2) return events;
	}
}

/** Writes so much beside the app that LevelDB sorts its log into tables. */
async function fill(page: Page): Promise<void> {
	await page.evaluate(
		() =>
			new Promise<void>((resolve, reject) => {
				const opening = indexedDB.open('filler', 1);
				opening.onupgradeneeded = () => {
					const store = opening.result.createObjectStore('rows');
					for (let row = 0; row < 200; row++) {
						store.add(crypto.getRandomValues(new Uint8Array(48_000)), row);
					}
				};
				opening.onerror = () => reject(new Error(String(opening.error)));
				opening.onsuccess = () => {
					opening.result.close();
					resolve();
				};
			}),
	);
}

async function open(profile: string, backEnd: BackEnd) {
	const browser = await KillableBrowser.launch(profile, backEnd);
	return { page: browser.page, close: () => browser.page.context().close() };
}

/** Chromium's folder for the one origin there is. */
function folderIn(profile: string): string {
	const parent = join(profile, 'Default', 'IndexedDB');
	const [name] = readdirSync(parent).filter((each) => !each.endsWith('.blob'));
	if (name === undefined) throw new Error('Chromium keeps its databases elsewhere.');
	return join(parent, name);
}
