import { Dexie } from 'dexie';
import type { DeckId } from '#lib/domain/cards/ids.ts';
import { buildQueue } from '#lib/domain/queue/build-queue.ts';
import { cardsOf, type Counts } from '#lib/domain/queue/queue.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import type { StoreContext } from '#lib/storage/context/store-context.ts';
import { inDeck } from '#lib/storage/records/card-store.ts';
import { readSettings } from '#lib/storage/records/settings-store.ts';
import type { DeckCounts } from './deck-counts.ts';
import type { readPlannedDay } from './planned-day.ts';
import { gather } from './queue-reader.ts';

/** What a session over all decks would show, deck by deck, so that no screen promises another number. */
export async function countDue(
	context: StoreContext,
	moment: Moment,
	plannedDay?: typeof readPlannedDay,
): Promise<Map<DeckId, Counts>> {
	const [gathered, settings] = await Promise.all([
		gather(context, null, moment, 0, plannedDay),
		readSettings(context),
	]);
	const queue = buildQueue(gathered, gathered.limits, moment, settings);
	const counts = new Map<DeckId, { -readonly [Name in keyof Counts]: number }>();
	for (const id of gathered.limits.keys()) counts.set(id, { new: 0, learning: 0, review: 0 });
	for (const { deckId, state } of cardsOf(queue)) {
		const ofDeck = counts.get(deckId);
		if (ofDeck) ofDeck[state === 'relearning' ? 'learning' : state]++;
	}
	return counts;
}

/** The same, and how many cards there are: counted by index, which takes longer the more there are. */
export async function countDecks(
	context: StoreContext,
	moment: Moment,
): Promise<Map<DeckId, DeckCounts>> {
	const due = await countDue(context, moment);
	const counts = await Promise.all(
		[...due].map(async ([id, counted]) => {
			const [total, suspended] = await Promise.all([
				inDeck(context.db, id).count(),
				suspendedIn(context, id),
			]);
			return [id, { total, ...counted, suspended }] as const;
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
