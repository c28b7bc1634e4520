import type { Browser } from '@playwright/test';
import { rate, rateAll, showAnswer } from './answer-cards.ts';
import { setField } from './change-settings.ts';
import { restoreFile } from './restore-file.ts';
import { storedDays, storedEvents } from './stored.ts';
import { expect, test } from './watched-test.ts';

const DAY_MS = 86_400_000;
const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

test.describe('in Berlin', () => {
	test.use({ timezoneId: 'Europe/Berlin' });

	test('an app left open over the rollover counts each answer on the day it was given', async ({
		page,
	}) => {
		await page.clock.install({ time: '2026-10-22T22:00:00+02:00' });
		await setField(page, 'New cards per day', '3');
		await page.goto('/review');
		await rate(page, 'Easy');
		await page.clock.setSystemTime('2026-10-23T03:59:50+02:00');
		await rate(page, 'Easy');
		await page.clock.setSystemTime('2026-10-23T04:00:10+02:00');
		await rate(page, 'Easy');
		expect((await storedEvents(page)).map(({ studyDay }) => studyDay)).toEqual([
			dayOf('2026-10-22'),
			dayOf('2026-10-22'),
			dayOf('2026-10-23'),
		]);
		const days = (await storedDays(page)).map(({ studyDay, answers }) => [studyDay, answers]);
		expect(days).toEqual([
			[dayOf('2026-10-22'), 2],
			[dayOf('2026-10-23'), 1],
		]);
	});

	test('a clock set back five days loses nothing, and the log stays in its order', async ({
		page,
	}) => {
		await page.clock.install({ time: '2026-10-22T12:00:00+02:00' });
		await page.goto('/review');
		await rate(page, 'Good');
		await page.clock.setSystemTime('2026-10-17T12:00:00+02:00');
		await rate(page, 'Good');
		await page.clock.setSystemTime('2026-10-22T12:10:00+02:00');
		await page.goto('/review');
		await expect(showAnswer(page)).toBeVisible();
		await rate(page, 'Good');
		const events = await storedEvents(page);
		expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
		expect(events.map(({ id }) => id)).toEqual(events.map(({ id }) => id).sort());
	});
});

test('over the date line and back, nothing is doubled, nothing falls due in the past, and undo goes on', async ({
	browser,
	baseURL,
}) => {
	// Auckland, 3 May in the morning; nine hours later it is 2 May in Honolulu; then back again.
	const profile = await lived(
		browser,
		baseURL ?? '',
		'Pacific/Auckland',
		'2026-05-02T20:00:00Z',
		null,
	);
	const there = await lived(
		browser,
		baseURL ?? '',
		'Pacific/Honolulu',
		'2026-05-03T05:00:00Z',
		profile,
	);
	const back = await lived(
		browser,
		baseURL ?? '',
		'Pacific/Auckland',
		'2026-05-03T20:00:00Z',
		there,
	);
	const { events } = back;
	expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
	expect([...new Set(events.map(({ studyDay }) => studyDay))]).toEqual([
		dayOf('2026-05-03'),
		dayOf('2026-05-02'),
		dayOf('2026-05-04'),
	]);
	expect(events.map(({ id }) => id)).toEqual(events.map(({ id }) => id).sort());
});

interface Life {
	readonly backup: string;
	readonly events: Awaited<ReturnType<typeof storedEvents>>;
}

/** A morning of reviews in a zone, with what an earlier one left taken along in a backup. */
async function lived(
	browser: Browser,
	baseURL: string,
	timezoneId: string,
	time: string,
	before: Life | null,
): Promise<Life> {
	const context = await browser.newContext({ timezoneId, baseURL });
	try {
		const page = await context.newPage();
		await page.clock.install({ time });
		if (before) await restoreFile(page, before.backup);
		await setField(page, 'New cards per day', '3');
		await page.goto('/review');
		await rateAll(page, () => 'Easy');
		await page.goto('/transfer');
		const saved = page.waitForEvent('download');
		await page.getByRole('button', { name: /^Save a backup/ }).click();
		const stream = await (await saved).createReadStream();
		let backup = '';
		for await (const part of stream) backup += String(part);
		return { backup, events: await storedEvents(page) };
	} finally {
		await context.close();
	}
}
