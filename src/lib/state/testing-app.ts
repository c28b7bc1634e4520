import { expect, onTestFinished, vi } from 'vitest';
import type { DeckId } from '#lib/domain/cards/ids.ts';
import type { Rating } from '#lib/domain/log/event.ts';
import type { Bench } from '#lib/storage/testing/testing-store.ts';
import { App } from './app.svelte.ts';
import { Review } from './review.svelte.ts';

/** For tests: an app on the store of a bench. */
export async function appOn({ clock, store }: Pick<Bench, 'clock' | 'store'>): Promise<App> {
	const app = new App(clock);
	await app.open(() => Promise.resolve(store));
	return app;
}

/** For tests: a review session that is open, until the test ends. The browser is not asked to persist. */
export async function reviewOn(
	on: Bench,
	deckIds: readonly DeckId[] | null = null,
): Promise<Review> {
	vi.spyOn(on.store, 'persist').mockResolvedValue('refused');
	const review = new Review(await appOn(on), deckIds);
	onTestFinished(() => review.close());
	await review.open();
	return review;
}

/** For tests: shows the answer, which waits for what is being read from other tabs, and rates, as a person does. */
export async function rateShown(review: Review, ...ratings: readonly Rating[]): Promise<void> {
	for (const rating of ratings) {
		review.reveal();
		await expect.poll(() => review.choices).not.toBeNull();
		await review.rate(rating);
	}
}
