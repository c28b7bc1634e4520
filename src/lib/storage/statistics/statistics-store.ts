import type { CardId } from '#lib/domain/cards/ids.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import {
	keptStatistic,
	type KeptResult,
	type LongCount,
	type LongStatistic,
} from './kept-statistics.ts';
import { readTags } from './statistics-scope.ts';

/** What only the statistics ask of the database; nothing here reads the log or all cards. */
export class StatisticsStore {
	readonly #db: GreenRoomDatabase;

	constructor(db: GreenRoomDatabase) {
		this.#db = db;
	}

	/** All tags that any note carries, by name. */
	tags(): Promise<string[]> {
		return readTags(this.#db);
	}

	/** The first day on which anything was done; null when nothing was. */
	async firstDay(): Promise<StudyDay | null> {
		const [key] = await this.#db.days.orderBy('[studyDay+deckId]').limit(1).primaryKeys();
		return key?.[0] ?? null;
	}

	/** What a long count came to last, without counting. */
	kept<Name extends LongStatistic>(name: Name, count: LongCount): Promise<KeptResult<Name> | null> {
		return keptStatistic(this.#db, name, count);
	}

	/** Does a worker's work here, where no worker sees the database. */
	here<T>(work: (db: GreenRoomDatabase) => Promise<T>): Promise<T> {
		return work(this.#db);
	}

	/** The speaker of each of these cards that is about a quote. @param tag of their notes; null: any */
	async speakers(ids: readonly CardId[], tag: string | null): Promise<Map<CardId, string>> {
		const cards = (await this.#db.cards.bulkGet([...ids])).filter((card) => card !== undefined);
		const notes = await this.#db.notes.bulkGet(cards.map(({ noteId }) => noteId));
		return new Map(
			cards.flatMap(({ id }, index) => {
				const note = notes[index]?.value;
				const isAsked = tag === null || note?.tags.includes(tag);
				return isAsked && note?.body.kind === 'quote' ? [[id, note.body.speaker] as const] : [];
			}),
		);
	}
}
