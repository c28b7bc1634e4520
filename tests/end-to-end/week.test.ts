import type { Page } from '@playwright/test';
import type { Card } from '#lib/domain/cards/card.ts';
import { intervalSpoken } from '#lib/domain/scheduling/describe-interval.ts';
import { rateAll, showAnswer, type Grade } from './steps/answer-cards.ts';
import { setField } from './steps/change-settings.ts';
import { storedCards, storedEvents } from './steps/stored.ts';
import { expect, test } from './steps/watched-test.ts';

// The clocks go back an hour in the night before the fourth day.
test.use({ timezoneId: 'Europe/Berlin' });
const days = [
	'2026-10-22T09:00:00+02:00',
	'2026-10-23T21:30:00+02:00',
	'2026-10-24T09:00:00+02:00',
	'2026-10-25T09:00:00+01:00',
	'2026-10-26T07:15:00+01:00',
	'2026-10-27T23:00:00+01:00',
	'2026-10-28T12:00:00+01:00',
];
const DAY_MS = 86_400_000;
const firstStudyDay = Date.parse('2026-10-22T00:00:00Z') / DAY_MS;

test('in a week of daily reviews, counts, limits, intervals and the seven days hold what they promise', async ({
	page,
}) => {
	test.setTimeout(180_000);
	await page.clock.install({ time: days[0] ?? 0 });
	const answered: number[] = [];

	for (const [index, morning] of days.entries()) {
		await page.clock.setSystemTime(morning);
		const limits = index < 2 ? { new: 10, reviews: 200 } : { new: 3, reviews: 4 };
		if (index === 2) {
			await setField(page, 'New cards per day', String(limits.new));
			await setField(page, 'Reviews per day', String(limits.reviews));
		}
		await page.goto('/');
		// The counts stand there only once the cards do.
		await expect(page.getByRole('region', { name: 'Cards due' })).toBeVisible();
		const expected = expectedCounts(await storedCards(page), firstStudyDay + index, limits);
		await expectCounts(page, expected);

		const before = (await storedEvents(page)).length;
		await page.getByRole('link', { name: 'Start review' }).click();
		// Every seventh answer is forgotten, every fifth comes easily.
		const promised = await rateAll(page, (turn) => gradeOf(index + turn));

		const events = (await storedEvents(page)).slice(before);
		answered.push(events.length);
		expect(promised).toEqual(
			events.map((event) =>
				event.kind === 'review' ? intervalSpoken(event.outcome.interval) : '',
			),
		);
		expect(new Set(events.map((event) => event.studyDay))).toEqual(
			new Set([firstStudyDay + index]),
		);
		const introduced = events.filter((event) => event.kind === 'review' && event.from === 'new');
		expect(introduced).toHaveLength(expected.new);
		expectDuesAsPromised(await storedCards(page), events);

		await page.goto('/');
		await expect(page.getByRole('heading', { name: 'Done for today' })).toBeVisible();
	}

	const week = page.getByRole('list', { name: 'The last seven days' }).getByRole('listitem');
	const names = ['Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday', 'Tuesday', 'Today'];
	await expect(week).toHaveCount(7);
	for (const [index, name] of names.entries()) {
		await expect(week.nth(index)).toContainText(`${name}: ${answered[index]} answers`);
	}
});

test('a study day ends at four in the morning, not at midnight', async ({ page }) => {
	await page.clock.install({ time: '2026-10-22T22:00:00+02:00' });
	await page.goto('/review');
	await rateAll(page, () => 'Easy');

	await page.clock.setSystemTime('2026-10-23T03:59:00+02:00');
	await page.goto('/');
	await expect(page.getByRole('heading', { name: 'Done for today' })).toBeVisible();

	await page.clock.setSystemTime('2026-10-23T04:00:00+02:00');
	await page.goto('/');
	await expect(page.getByText('10 New')).toBeVisible();
});

test('a card in learning comes back when its time has come, not before', async ({ page }) => {
	await page.clock.install({ time: '2026-10-22T09:00:00+02:00' });
	await setField(page, 'New cards per day', '1');
	await setField(page, 'Learning steps', '40m');

	// However long that took.
	await page.clock.setSystemTime('2026-10-22T09:00:00+02:00');
	await page.goto('/review');
	await rateAll(page, () => 'Again');
	await expect(page.getByText('the next card comes back at 9:40')).toBeVisible();
	await page.getByRole('link', { name: 'Done' }).click();
	await expect(page.getByText('1 Learning')).toBeVisible();

	await page.getByRole('link', { name: 'Start review' }).click();
	await expect(page.getByText('The next card comes back at 9:40')).toBeVisible();

	await page.clock.setSystemTime('2026-10-22T09:40:30+02:00');
	await page.goto('/review');
	await expect(showAnswer(page)).toBeVisible();
});

function gradeOf(turn: number): Grade {
	if (turn % 7 === 3) return 'Again';
	return turn % 5 === 4 ? 'Easy' : 'Good';
}

interface Counts {
	readonly new: number;
	readonly review: number;
}

/** The rule told again, without the app's own code: one card of a note, reviews first, up to the limits. */
function expectedCounts(
	cards: Record<string, Card>,
	today: number,
	limits: { readonly new: number; readonly reviews: number },
): Counts {
	const due = Object.values(cards).filter(
		(card) => card.due !== null && 'day' in card.due && card.due.day <= today,
	);
	const dueNotes = [...new Set(due.map((card) => card.noteId))];
	const reviewed = Math.min(dueNotes.length, limits.reviews);
	const fresh = Object.values(cards).filter((card) => card.state === 'new');
	// With a limit on reviews, a note that is not reviewed today may show a new card; there are plenty here.
	const freshNotes = new Set(fresh.map((card) => card.noteId));
	for (const note of dueNotes) freshNotes.delete(note);
	return { new: Math.min(freshNotes.size, limits.new), review: reviewed };
}

async function expectCounts(page: Page, counts: Counts) {
	await expect(page.getByText(`${counts.new} New`, { exact: true })).toBeVisible();
	await expect(page.getByText('0 Learning', { exact: true })).toBeVisible();
	await expect(page.getByText(`${counts.review} Review`, { exact: true })).toBeVisible();
}

/** What a card's last answer today promised is when it is due. */
function expectDuesAsPromised(
	cards: Record<string, Card>,
	events: Awaited<ReturnType<typeof storedEvents>>,
) {
	const last = new Map(events.map((event) => [event.cardId, event]));
	for (const [id, event] of last) {
		if (event.kind !== 'review' || !('days' in event.outcome.interval)) {
			throw new Error(`${id} did not leave learning`);
		}
		expect(cards[id]?.due).toEqual({ day: event.studyDay + event.outcome.interval.days });
		expect(cards[id]?.state).toBe('review');
	}
}
