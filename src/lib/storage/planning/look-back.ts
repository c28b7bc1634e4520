import type { Audition } from '#lib/domain/audition/audition.ts';
import type { Card } from '#lib/domain/cards/card.ts';
import type { MemoryModel } from '#lib/domain/memory/fsrs.ts';
import { timeOfUuid } from '#lib/domain/time/uuid-v7.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { eventsOfCard } from '#lib/storage/log/event-log.ts';
import { progressFrom } from '#lib/storage/log/progress-from.ts';
import { cardsOfAuditionInSlices } from './cards-of-audition.ts';

/** An audition that is over, as far as the log tells of it. */
export interface LookBack {
	/** Mean retrievability at that moment, 0 to 1; null without cards. */
	readonly readiness: number | null;
	readonly cards: number;
	/** Cards that had never been seen by then. */
	readonly unseen: number;
	/** Those least sure of all that had been seen, the least sure first. */
	readonly shaky: readonly { readonly card: Card; readonly recall: number }[];
	/** Recap points said aloud while it was ahead, and how many of them were known. */
	readonly recap: { readonly points: number; readonly known: number };
}

const DAY_MS = 86_400_000;
/** Surer than this is not shaky. */
const SURE = 0.85;
const SHAKY_AT_MOST = 5;

/** Looks at every card of the audition, a slice at a time, and at the events of those reviewed since. */
export async function lookBack(
	db: GreenRoomDatabase,
	audition: Audition,
	model: MemoryModel,
): Promise<LookBack> {
	let [cards, seen, sum] = [0, 0, 0];
	let shaky: { readonly card: Card; readonly recall: number }[] = [];
	let recap = { points: 0, known: 0 };
	for await (const slice of cardsOfAuditionInSlices(db, audition)) {
		const recalls = await Promise.all(
			slice.map(async (card) => ({ card, recall: await recallAt(db, card, audition.at, model) })),
		);
		const known = recalls.flatMap(({ card, recall }) =>
			recall === null ? [] : [{ card, recall }],
		);
		cards += slice.length;
		seen += known.length;
		sum += known.reduce((total, { recall }) => total + recall, 0);
		shaky = [...shaky, ...known.filter(({ recall }) => recall < SURE)]
			.sort((a, b) => a.recall - b.recall)
			.slice(0, SHAKY_AT_MOST);
		const said = await recapDrilled(db, slice, audition);
		recap = { points: recap.points + said.points, known: recap.known + said.known };
	}
	return { readiness: cards > 0 ? sum / cards : null, cards, unseen: cards - seen, shaky, recap };
}

/** Null: not seen by then. A card reviewed since is replayed up to that moment. */
async function recallAt(
	db: GreenRoomDatabase,
	card: Card,
	at: number,
	model: MemoryModel,
): Promise<number | null> {
	let { memory, lastReviewedAt } = card;
	if (lastReviewedAt !== null && lastReviewedAt > at) {
		const [base, events] = await Promise.all([db.bases.get(card.id), eventsOfCard(db, card.id)]);
		const before = events.filter((event) => event.at <= at);
		({ memory, lastReviewedAt } = progressFrom(base?.progress ?? null, before, model).progress);
	}
	if (!memory || lastReviewedAt === null) return null;
	return model.retrievability(memory, Math.max(0, at - lastReviewedAt) / DAY_MS);
}

async function recapDrilled(db: GreenRoomDatabase, cards: readonly Card[], audition: Audition) {
	const madeAt = timeOfUuid(audition.id);
	const points = cards.filter(({ kind }) => kind === 'recap-point');
	const events = await Promise.all(points.map(({ id }) => eventsOfCard(db, id)));
	const marks = events.flat().flatMap((event) => {
		const isRecap =
			(event.kind === 'practice' && event.drill === 'recap') ||
			(event.kind === 'review' && event.via === 'recap');
		const inTime = event.at <= audition.at && !(event.at < madeAt);
		return isRecap && inTime ? [event.rating > 1] : [];
	});
	return { points: marks.length, known: marks.filter(Boolean).length };
}
