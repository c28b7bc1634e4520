import { article, bench } from '#lib/storage/testing/testing-store.ts';
import type { Review } from './review.svelte.ts';
import type { ShownCard } from './shown-card.ts';
import { reviewOn } from './testing-app.ts';

/** For tests: a review of so many new cards. */
export async function reviewing(cards: number) {
	const on = await bench();
	await on.store.seed([article(cards)]);
	return { on, review: await reviewOn(on) };
}

/** For tests: what lies on the table. @throws when nothing does */
export function shown(review: Review): ShownCard {
	if (!review.shown) throw new Error('No card is on the table.');
	return review.shown;
}

export const shownCard = (review: Review) => shown(review).card;
