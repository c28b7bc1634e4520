import type { CardId, DeckId } from '#lib/domain/cards/ids.ts';
import type { Settings } from '#lib/domain/settings/settings.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { addDays } from '#lib/domain/time/study-day.ts';
import { measured, type Measured } from '#lib/domain/workload/measured.ts';
import type { WorkloadInput } from '#lib/domain/workload/workload-input.ts';
import type { CardRow } from '#lib/storage/database/card-row.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { readDecks } from '#lib/storage/records/deck-store.ts';
import { totalsBetween } from './totals-store.ts';

const PAGE = 5000;
const DAYS_MEASURED = 365;
const SEED = 2026;

export type WorkloadSettings = Pick<
	Settings,
	'parameters' | 'newPerDay' | 'reviewsPerDay' | 'maximumIntervalDays'
>;

/** What the simulation of workload starts from: the cards that aren't suspended, and how they were answered. */
export async function readWorkload(
	db: GreenRoomDatabase,
	settings: WorkloadSettings,
	today: StudyDay,
): Promise<WorkloadInput & Pick<Measured, 'isOwn'>> {
	const { parameters, maximumIntervalDays, newPerDay, reviewsPerDay } = settings;
	const totals = await totalsBetween(db, addDays(today, -DAYS_MEASURED), today);
	const loads = (await readDecks(db)).map(({ id, options }) => ({
		id,
		newPerDay: options.newPerDay ?? newPerDay,
		reviewsPerDay: options.reviewsPerDay ?? reviewsPerDay,
		fresh: 0,
		known: [] as Known[],
	}));
	const loadOf = new Map<DeckId, (typeof loads)[number]>(loads.map((load) => [load.id, load]));
	for await (const row of unsuspended(db)) {
		const load = loadOf.get(row.deckId);
		const known = knownOf(row, today);
		if (known) load?.known.push(known);
		else if (load) load.fresh++;
	}
	const known = loads.flatMap((load) => load.known);
	return {
		parameters,
		maximumIntervalDays,
		...measured(totals),
		decks: loads.map((load) => ({ ...load, known: load.known.length })),
		seed: SEED,
		stability: Float64Array.from(known, ({ stability }) => stability),
		difficulty: Float64Array.from(known, ({ difficulty }) => difficulty),
		elapsed: Float64Array.from(known, ({ elapsed }) => elapsed),
		dueIn: Float64Array.from(known, ({ dueIn }) => dueIn),
	};
}

type Known = Readonly<Record<'stability' | 'difficulty' | 'elapsed' | 'dueIn', number>>;

/** Null: it was never reviewed. */
function knownOf({ memory, due, lastReviewedDay }: CardRow, today: StudyDay): Known | null {
	if (memory === null || lastReviewedDay === null) return null;
	return {
		stability: memory.stability,
		difficulty: memory.difficulty,
		elapsed: Math.max(0, today - lastReviewedDay),
		dueIn: due !== null && 'day' in due ? due.day - today : 0,
	};
}

async function* unsuspended(db: GreenRoomDatabase): AsyncGenerator<CardRow> {
	for (let last: CardId | null = null; ;) {
		const rows: CardRow[] = await (
			last === null ? db.cards.toCollection() : db.cards.where('id').above(last)
		)
			.limit(PAGE)
			.toArray();
		for (const row of rows) if (!row.suspended) yield row;
		last = rows.at(-1)?.id ?? null;
		if (last === null || rows.length < PAGE) return;
	}
}
