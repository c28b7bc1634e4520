import { rate, showAnswer } from './steps/answer-cards.ts';
import { setField } from './steps/change-settings.ts';
import { storedCards, storedDays, storedEvents } from './steps/stored.ts';
import { expect, test } from './steps/watched-test.ts';

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

test('over the date line and back, every answer stays in its place and on the day it was given', async ({
	page,
}) => {
	const zone = await page.context().newCDPSession(page);
	await page.clock.install({ time: '2026-05-02T20:00:00Z' });
	// 3 May in the morning in Auckland; nine hours later it is 2 May in Honolulu; then back again.
	for (const [timezoneId, time] of [
		['Pacific/Auckland', '2026-05-02T20:00:00Z'],
		['Pacific/Honolulu', '2026-05-03T05:00:00Z'],
		['Pacific/Auckland', '2026-05-03T20:00:00Z'],
	] as const) {
		await zone.send('Emulation.setTimezoneOverride', { timezoneId });
		await page.clock.setSystemTime(time);
		await page.goto('/review');
		for (let count = 0; count < 2; count++) {
			await expect(showAnswer(page)).toBeVisible();
			await rate(page, 'Easy');
		}
	}
	const events = await storedEvents(page);
	expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6]);
	expect(events.map(({ id }) => id)).toEqual(events.map(({ id }) => id).sort());
	expect(events.map(({ studyDay }) => studyDay)).toEqual(
		['2026-05-03', '2026-05-03', '2026-05-02', '2026-05-02', '2026-05-04', '2026-05-04'].map(dayOf),
	);
	for (const { due } of Object.values(await storedCards(page))) {
		if (due !== null && 'day' in due) expect(due.day).toBeGreaterThan(dayOf('2026-05-02'));
	}
});
