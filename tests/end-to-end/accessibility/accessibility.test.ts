import { expect, test } from '@playwright/test';
import { rate, showAnswer } from '../steps/answer-cards.ts';
import { journalLines } from '../steps/journal-lines.ts';
import { watch } from '../steps/watched-test.ts';
import { lookFor, phone } from './look.ts';
import { walkOfDecks } from './walk-of-decks.ts';
import { walkOfDrills } from './walk-of-drills.ts';
import { walkOfPlans } from './walk-of-plans.ts';
import { walkOfReviews } from './walk-of-reviews.ts';
import { walkOfTroubles } from './walk-of-troubles.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' }, viewport: phone });

/** Each part of the app by itself, so that all workers have something to do. */
const walks = [
	['a review and Statistics', walkOfReviews],
	['Recap, Match, and Import and export', walkOfDrills],
	['Decks', walkOfDecks],
	['Today, Audition and Settings', walkOfPlans],
] as const;

for (const [part, walk] of walks) {
	test(`${part}: every state can be used by all, on a phone and a laptop, in light and in dark, and fits`, async ({
		context,
		page,
	}) => {
		// Some twenty states, each looked at four times.
		test.setTimeout(400_000);
		const problems = watch(context);
		await walk(page, lookFor(page));
		expect(problems.filter((each) => !each.includes('Not found: /no/such/page'))).toEqual([]);
	});
}

test('so can what is seen when storage is in trouble', async ({ page }) => {
	test.setTimeout(180_000);
	await page.goto('/review');
	for (let count = 0; count < 2; count++) {
		await expect(showAnswer(page)).toBeVisible();
		await rate(page, 'Easy');
	}
	await expect.poll(() => journalLines(page)).toBe(2);
	await walkOfTroubles(page, lookFor(page));
});
