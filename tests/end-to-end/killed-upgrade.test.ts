import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { seededRandom } from '#lib/domain/optimizer/seeded-random.ts';
import { seedOf, times } from '../faults/numbers.ts';
import { rate, showAnswer } from './steps/answer-cards.ts';
import { KillableBrowser, type BackEnd } from './steps/killable-browser.ts';
import { installDatabase, oldDatabase } from './steps/old-database.ts';
import { storedCards, storedEvents, storedRows } from './steps/stored.ts';
import { haltAt, steps, type Step } from './steps/upgrade-steps.ts';

// A trace cannot be taken of a browser that is killed.
test.use({ trace: 'off', screenshot: 'off' });

/** So many that the browser can be killed in the middle of them. */
const MORE = times('ROWS', 600, 1500);
const fixture = oldDatabase(MORE);
const rowsOf = (table: string) => fixture.stores[table]?.rows ?? [];
const EVENTS = rowsOf('events').length;

interface Killed {
	readonly backEnd: BackEnd;
	/** How often: each step in its turn, and chance moves within it. */
	readonly count: number;
	readonly turns: readonly Step[];
	readonly when: string;
}

const killed: readonly Killed[] = [
	{
		backEnd: 'LevelDB',
		count: times('UPGRADES', 4, 40),
		turns: steps.slice(0, 4),
		when: 'before an upgrade changes anything',
	},
	{
		backEnd: 'LevelDB',
		count: times('UPGRADES', 4, 40),
		turns: steps.slice(4),
		when: 'once an upgrade changes things',
	},
	{
		backEnd: 'SQLite',
		count: times('UPGRADES', 2, 40),
		// The few are in the middle of things.
		turns: times('UPGRADES', 2, 40) < steps.length ? ['copying', 'writing'] : steps,
		when: 'in the middle of an upgrade',
	},
];

for (const { backEnd, count, turns, when } of killed) {
	test(`${count} times, the browser is killed ${when}, on ${backEnd}: the next start finds everything`, async ({
		baseURL,
	}) => {
		const address = new URL('/', baseURL).href;
		test.setTimeout(120_000 + count * 60_000);
		const chance = seededRandom(seedOf(`killed ${when} on ${backEnd}`));
		const folder = mkdtempSync(join(tmpdir(), 'green-room-'));
		const before = join(folder, 'before');
		try {
			await lived(before, backEnd, address);
			for (let kill = 0; kill < count; kill++) {
				const profile = join(folder, `kill ${kill}`);
				cpSync(before, profile, { recursive: true });
				const at = turns[kill % turns.length] ?? 'any moment';
				await killAt(at, chance(), profile, backEnd, address);
				await test.step(`after a kill at: ${at}`, () =>
					expectEverything(profile, backEnd, address));
				rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
			}
		} finally {
			rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
		}
	});
}

/** A profile with a database that waits to be upgraded. */
async function lived(profile: string, backEnd: BackEnd, baseURL: string): Promise<void> {
	const { page } = await KillableBrowser.launch(profile, backEnd);
	await page.goto(new URL('/robots.txt', baseURL).href);
	await installDatabase(page, fixture);
	await page.context().close();
}

/** Opens the app and kills the browser when the upgrade has come that far. @param share 0 to 1: where within the step */
async function killAt(at: Step, share: number, profile: string, backEnd: BackEnd, baseURL: string) {
	const browser = await KillableBrowser.launch(profile, backEnd);
	try {
		const reached = await haltAt(browser.page, at, share, MORE);
		// It may never answer: the page stands still, and then its browser is gone.
		void browser.page.goto(baseURL).catch(() => undefined);
		await reached();
	} finally {
		await browser.kill();
	}
}

async function expectEverything(profile: string, backEnd: BackEnd, baseURL: string): Promise<void> {
	const { page } = await KillableBrowser.launch(profile, backEnd);
	await page.goto(baseURL);
	await expect(page.getByRole('link', { name: 'Start review' })).toBeVisible({ timeout: 60_000 });
	const events = await storedEvents(page);
	expect(events).toEqual(rowsOf('events').map(withoutNotes));
	for (const table of ['decks', 'notes', 'settings']) {
		expect(await storedRows(page, table)).toEqual(expect.arrayContaining([...rowsOf(table)]));
	}
	expect(Object.values(await storedCards(page))).toEqual(
		expect.arrayContaining([...rowsOf('cards')]),
	);
	expect(await copiesOf(page)).toContain(EVENTS);
	await page.goto(new URL('/settings', baseURL).href);
	await page.getByRole('button', { name: 'Check and repair' }).click();
	await expect(page.getByText('Everything is as it should be.')).toBeVisible({ timeout: 60_000 });
	await page.goto(new URL('/review', baseURL).href);
	await expect(showAnswer(page)).toBeVisible({ timeout: 60_000 });
	await rate(page, 'Again');
	expect(await storedEvents(page)).toHaveLength(EVENTS + 1);
	await page.context().close();
}

function withoutNotes(row: unknown): object {
	const { below: _below, ...event } = row as { readonly below: unknown };
	return event;
}

/** How many entries each backup holds that was kept before the upgrade. */
function copiesOf(page: Page): Promise<number[]> {
	return page.evaluate(async () => {
		const root = await navigator.storage.getDirectory();
		const journal = await root.getDirectoryHandle('green-room');
		const counts: number[] = [];
		for await (const handle of (await journal.getDirectoryHandle('copies')).values()) {
			if (!(handle instanceof FileSystemFileHandle)) continue;
			const text = await (await handle.getFile()).text();
			const { reviews } = JSON.parse(text) as { readonly reviews: readonly unknown[] };
			counts.push(reviews.length);
		}
		return counts;
	});
}
