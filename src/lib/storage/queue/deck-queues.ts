import { Dexie } from 'dexie';
import type { DeckId, NoteId } from '#lib/domain/cards/ids.ts';
import { isHidden } from '#lib/domain/queue/is-hidden.ts';
import type { Limit } from '#lib/domain/queue/queue.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import type { CardRow, QueueName } from '#lib/storage/database/card-row.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import type { PlannedDay } from './planned-day.ts';

export interface Today {
	readonly today: StudyDay;
	/** Learning cards due up to this instant (ms) belong to today. */
	readonly horizon: number;
	/** What the day's plan says of cards that an audition covers. */
	readonly plan: Pick<PlannedDay, 'coversDeck' | 'leavesOut'>;
	/** Notes of which no other card may come today; null lets siblings come. */
	readonly avoided: ReadonlySet<NoteId> | null;
}

interface DeckQueues {
	readonly learning: readonly CardRow[];
	readonly dayLearning: readonly CardRow[];
	readonly brought: readonly CardRow[];
	readonly reviews: readonly CardRow[];
	readonly fresh: readonly CardRow[];
}

/** One deck's cards that may come today, each list in the order of its index. */
export async function readDeckQueues(
	db: GreenRoomDatabase,
	deck: DeckId,
	{ newLeft, reviewsLeft }: Limit,
	day: Today,
): Promise<DeckQueues> {
	const { today, horizon, plan } = day;
	// By the plan of an audition, what is due by itself stays away: not even its rows are read.
	const isPlanned = plan.coversDeck(deck);
	const [learning, dayLearning, brought, reviews, fresh] = await Promise.all([
		inQueue(db, deck, 'learning', horizon).toArray(),
		isPlanned ? [] : inQueue(db, deck, 'day-learning', today).toArray(),
		inQueue(db, deck, 'brought', today).toArray(),
		enough(isPlanned ? 0 : reviewsLeft, day, (count) =>
			inQueue(db, deck, 'review', today).limit(count).toArray(),
		),
		enough(isPlanned ? 0 : newLeft, day, (count) =>
			inQueue(db, deck, 'new', Infinity).limit(count).toArray(),
		),
	]);
	const own = (rows: readonly CardRow[]) => rows.filter((row) => !plan.leavesOut(row));
	return {
		learning,
		dayLearning: own(dayLearning),
		brought,
		reviews: own(reviews),
		fresh: own(fresh),
	};
}

/** The cards of a deck in one queue, up to a rank. */
function inQueue(db: GreenRoomDatabase, deck: DeckId, queue: QueueName, upTo: number) {
	return db.cards
		.where('[queue+deckId+rank]')
		.between([queue, deck, Dexie.minKey], [queue, deck, upTo], true, true);
}

/** Cards read beyond a limit, in case siblings are among them. */
const SLACK = 20;

/** Reads until a limit can be filled with cards of different notes, or there are no more. */
async function enough(
	limit: number,
	day: Today,
	read: (count: number) => PromiseLike<CardRow[]>,
): Promise<CardRow[]> {
	if (limit === 0) return [];
	for (let count = limit + SLACK; ; count *= 2) {
		const rows = await read(count);
		if (rows.length < count || usable(rows, day) >= limit) return rows;
	}
}

function usable(rows: readonly CardRow[], { today, avoided, plan }: Today): number {
	const shown = rows.filter((row) => !isHidden(row, today) && !plan.leavesOut(row));
	if (avoided === null) return shown.length;
	return new Set(shown.map(({ noteId }) => noteId).filter((id) => !avoided.has(id))).size;
}
