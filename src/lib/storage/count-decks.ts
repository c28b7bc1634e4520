import { Dexie } from 'dexie';
import type { DeckId } from '#lib/domain/cards/ids.ts';
import { buildQueue } from '#lib/domain/queue/build-queue.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import { inDeck } from './card-store.ts';
import type { DeckCounts } from './deck-counts.ts';
import { gather } from './queue-reader.ts';
import { readSettings } from './settings-store.ts';
import type { StoreContext } from './store-context.ts';

/** What a session over all decks would show, deck by deck, so that no screen promises another number. */
export async function countDecks(
	context: StoreContext,
	moment: Moment,
): Promise<Map<DeckId, DeckCounts>> {
	const [gathered, settings] = await Promise.all([
		gather(context, null, moment),
		readSettings(context),
	]);
	const queue = buildQueue(gathered, gathered.limits, moment, settings);
	const cards = [...queue.front, ...queue.main, ...queue.learning];
	const counts = await Promise.all(
		[...gathered.limits.keys()].map(async (id) => {
			const states = cards.filter(({ deckId }) => deckId === id).map(({ state }) => state);
			const fresh = states.filter((state) => state === 'new').length;
			const review = states.filter((state) => state === 'review').length;
			const [total, suspended] = await Promise.all([
				inDeck(context.db, id).count(),
				suspendedIn(context, id),
			]);
			const learning = states.length - fresh - review;
			return [id, { total, new: fresh, learning, review, suspended }] as const;
		}),
	);
	return new Map(counts);
}

function suspendedIn({ db }: StoreContext, id: DeckId): PromiseLike<number> {
	return db.cards
		.where('[queue+deckId+rank]')
		.between(['suspended', id, Dexie.minKey], ['suspended', id, Dexie.maxKey])
		.count();
}
