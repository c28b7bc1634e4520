import type { Progress } from '#lib/domain/cards/card.ts';
import type { CardId, DeviceId } from '#lib/domain/cards/ids.ts';
import { effectiveByCard } from '#lib/domain/log/effective-by-card.ts';
import type { LogColumns } from '#lib/domain/log/log-columns.ts';
import type { MemoryModel } from '#lib/domain/memory/fsrs.ts';
import { canonicalJson } from '#lib/domain/merge/canonical-json.ts';
import type { Base } from '#lib/domain/merge/snapshot.ts';
import { cardOfRow, cardRow, type CardRow } from '#lib/storage/database/card-row.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { eventsOfCard, eventsSince } from './event-log.ts';
import { progressFrom, progressOf, type Replayed } from './progress-from.ts';

/** Cards read and stored at once. */
const BATCH = 2000;

/** A log that was read before, outside of any transaction, and what it was read with. */
export interface ReadLog {
	readonly log: LogColumns;
	/** The last sequence number that was read of each device. */
	readonly through: ReadonlyMap<DeviceId, number>;
	readonly bases: readonly Base[];
}

/**
 * Replays a whole log ahead of the transaction that stores what comes of it, so that answers wait for the
 * storing alone.
 */
export class PreparedReplay {
	readonly #read: ReadLog;
	readonly #model: MemoryModel;
	readonly #baseOf: ReadonlyMap<CardId, Progress>;
	readonly #replayed = new Map<CardId, Replayed>();

	/** @param progress told how many events are replayed */
	constructor(read: ReadLog, model: MemoryModel, progress: (done: number) => void) {
		this.#read = read;
		this.#model = model;
		this.#baseOf = new Map(read.bases.map((base) => [base.cardId, base.progress]));
		let done = 0;
		let told = 0;
		for (const { cardId, events } of effectiveByCard(read.log)) {
			this.#replayed.set(cardId, progressOf(this.#baseOf.get(cardId) ?? null, events, model));
			done += events.length;
			if (done < told) continue;
			progress(done);
			told = done + 20_000;
		}
		progress(read.log.length);
	}

	/**
	 * Stores every card that came out other than it stands; inside a transaction. What was answered since the
	 * log was read is replayed from its rows.
	 *
	 * @param progress told how many cards are dealt with
	 */
	async store(db: GreenRoomDatabase, progress: (done: number) => void): Promise<void> {
		const late = await this.#lateCards(db);
		let done = 0;
		for (let last: CardId | null = null; ;) {
			const rows: CardRow[] =
				last === null
					? await db.cards.limit(BATCH).toArray()
					: await db.cards.where('id').above(last).limit(BATCH).toArray();
			const final = rows.at(-1);
			if (!final) return;
			const changed: CardRow[] = [];
			for (const row of rows) {
				const isKnown = late !== null && !late.has(row.id);
				const replayed = isKnown ? this.#known(row.id) : await this.#fromRows(db, row.id);
				const after = cardRow({ ...cardOfRow(row), ...replayed.progress }, replayed.broughtForward);
				if (JSON.stringify(after) !== JSON.stringify(row)) changed.push(after);
			}
			await db.cards.bulkPut(changed);
			last = final.id;
			progress((done += rows.length));
		}
	}

	/** Cards with events that were not read; null where nothing that was read holds any more. */
	async #lateCards(db: GreenRoomDatabase): Promise<ReadonlySet<CardId> | null> {
		const bases = await db.bases.toArray();
		if (canonicalJson(bases) !== canonicalJson(this.#read.bases)) return null;
		const late = new Set<CardId>();
		for (const { id } of await db.devices.toArray()) {
			const events = await eventsSince(db, id, this.#read.through.get(id) ?? 0);
			for (const { cardId } of events) late.add(cardId);
		}
		return late;
	}

	#known(id: CardId): Replayed {
		return this.#replayed.get(id) ?? progressOf(this.#baseOf.get(id) ?? null, [], this.#model);
	}

	async #fromRows(db: GreenRoomDatabase, id: CardId): Promise<Replayed> {
		const base = (await db.bases.get(id))?.progress ?? null;
		return progressFrom(base, await eventsOfCard(db, id), this.#model);
	}
}
