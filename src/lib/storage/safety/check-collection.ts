import { Dexie } from 'dexie';
import { cardsOf } from '#lib/domain/cards/cards-of.ts';
import type { CardId, DeviceId } from '#lib/domain/cards/ids.ts';
import { effectiveEvents } from '#lib/domain/log/effective-events.ts';
import { eventChecksum } from '#lib/domain/log/event-checksum.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import { emptyHead, extended, type Head } from '#lib/domain/log/head.ts';
import { createMemoryModel } from '#lib/domain/memory/fsrs.ts';
import { canonicalJson } from '#lib/domain/merge/canonical-json.ts';
import { latest, SEED_STAMP, type Stamp } from '#lib/domain/merge/hybrid-clock.ts';
import { isDeleted } from '#lib/domain/merge/record.ts';
import { settingsOf } from '#lib/domain/settings/settings-of.ts';
import type { DailyTotals } from '#lib/domain/statistics/daily-totals.ts';
import { TotalsFold } from '#lib/domain/statistics/totals-fold.ts';
import { timeOfUuid } from '#lib/domain/time/uuid-v7.ts';
import { cardRow, type CardRow } from '#lib/storage/database/card-row.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { eventOfRow, type EventRow } from '#lib/storage/database/event-row.ts';
import { knownDevice } from '#lib/storage/log/own-device.ts';
import { progressFrom, type Replayed } from '#lib/storage/log/progress-from.ts';
import type { CheckReport, Mends } from './check-report.ts';
import { deviceMends } from './device-mends.ts';
import { UndoStackCheck } from './undo-stack-check.ts';

export interface CheckOptions {
	/** Told how far it is. */
	readonly progress?: (done: number, of: number) => void;
	/** Gives the check up between two batches. */
	readonly signal?: AbortSignal;
}

/** Rows read at once. */
const BATCH = 2000;

/**
 * Looks at everything: each event's checksum, each device's head and counters, what events refer to, and every
 * card, every day and the undo stack against a replay of the log. Changes nothing. Reads in batches, so that answers given meanwhile
 * wait for none; when there were any, `moved` says that the check has to be made again.
 *
 * @throws the signal's reason when it is given up
 */
export async function checkCollection(
	db: GreenRoomDatabase,
	{ progress, signal }: CheckOptions = {},
): Promise<CheckReport> {
	const before = await db.devices.toArray();
	const of = before.reduce((sum, { count }) => sum + count, 0) + (await db.cards.count());
	const [settings, bases] = await Promise.all([db.settings.toArray(), db.bases.toArray()]);
	const model = createMemoryModel(settingsOf(settings).parameters);
	const baseOf = new Map(bases.map(({ cardId, progress }) => [cardId, progress]));
	const fold = new TotalsFold(bases);
	const heads = new Map<DeviceId, Head>();
	const replayed = new Map<CardId, Replayed>();
	const own = await knownDevice(db);
	const stack = new UndoStackCheck(own);
	let lastEventTime = 0;
	let damaged = 0;
	let dangling = 0;
	let done = 0;
	for await (const rows of cardHistories(db)) {
		signal?.throwIfAborted();
		const events: LogEvent[] = [];
		for (const row of rows) {
			const event = eventOfRow(row);
			const head = heads.get(row.device) ?? emptyHead;
			heads.set(row.device, extended(head, row.sequence, row.checksum));
			lastEventTime = Math.max(lastEventTime, timeOfUuid(row.id));
			if (checksumOf(event) === row.checksum) events.push(event);
			else damaged++;
		}
		stack.add(rows);
		const ids = new Set(events.map(({ id }) => id));
		dangling += events.filter((event) => event.kind === 'undo' && !ids.has(event.undoes)).length;
		for (const event of effectiveEvents(events)) fold.add(event);
		const [first] = rows;
		if (first) {
			const base = baseOf.get(first.cardId) ?? null;
			replayed.set(first.cardId, progressFrom(base, events, model));
		}
		done += rows.length;
		progress?.(done, of);
	}
	const cards = await cardMends(db, (id) => {
		return replayed.get(id) ?? progressFrom(baseOf.get(id) ?? null, [], model);
	});
	const days = dayMends(await db.days.toArray(), fold.totals);
	const stackMends = stack.mends(before.find(({ id }) => id === own)?.undoTop ?? 0);
	const devices = deviceMends(before, {
		heads,
		own,
		undoTop: stackMends?.top ?? null,
		lastEventTime,
		stamp: await latestStamp(db),
	});
	progress?.(of, of);
	const after = await db.devices.toArray();
	return {
		events: [...heads.values()].reduce((sum, { count }) => sum + count, 0),
		damaged,
		missing: before.reduce((sum, { id, count }) => {
			return sum + Math.max(0, count - (heads.get(id)?.count ?? 0));
		}, 0),
		dangling,
		mends: { ...cards, ...days, devices, stack: stackMends },
		heads: canonicalJson(before),
		moved: canonicalJson(before) !== canonicalJson(after),
	};
}

/** All events, card by card. */
async function* cardHistories(db: GreenRoomDatabase): AsyncGenerator<EventRow[]> {
	let from: [CardId | typeof Dexie.minKey, unknown] = [Dexie.minKey, Dexie.minKey];
	let held: EventRow[] = [];
	for (;;) {
		const rows: EventRow[] = await db.events
			.where('[cardId+id]')
			.between(from, [Dexie.maxKey, Dexie.maxKey], held.length === 0 && from[1] === Dexie.minKey)
			.limit(BATCH)
			.toArray();
		for (const row of rows) {
			if (held.length > 0 && held[0]?.cardId !== row.cardId) {
				yield held;
				held = [];
			}
			held.push(row);
		}
		const last = rows.at(-1);
		if (!last || rows.length < BATCH) break;
		from = [last.cardId, last.id];
	}
	if (held.length > 0) yield held;
}

/** An event that lacks what its kind needs has no checksum at all. */
function checksumOf(event: LogEvent): number | null {
	try {
		return eventChecksum(event);
	} catch {
		return null;
	}
}

/** Cards as notes and events have them, where the rows say otherwise. */
async function cardMends(
	db: GreenRoomDatabase,
	replayedOf: (id: CardId) => Replayed,
): Promise<Pick<Mends, 'cards' | 'strayCards'>> {
	const decks = await db.decks.toArray();
	const alive = new Set(decks.filter((deck) => !isDeleted(deck)).map(({ value }) => value.id));
	const stray = new Set(await db.cards.toCollection().primaryKeys());
	const cards: CardRow[] = [];
	const notes = await db.notes.toArray();
	for (let at = 0; at < notes.length; at += BATCH) {
		const seeds = notes
			.slice(at, at + BATCH)
			.filter((note) => !isDeleted(note) && alive.has(note.value.deckId))
			.flatMap(({ value }) => cardsOf(value));
		const rows = await db.cards.bulkGet(seeds.map(({ id }) => id));
		for (const [index, seed] of seeds.entries()) {
			stray.delete(seed.id);
			const { progress, broughtForward } = replayedOf(seed.id);
			const expected = cardRow({ ...seed, ...progress }, broughtForward);
			if (canonicalJson(rows[index]) !== canonicalJson(expected)) cards.push(expected);
		}
	}
	return { cards, strayCards: [...stray] };
}

function dayMends(
	stored: readonly DailyTotals[],
	counted: readonly DailyTotals[],
): Pick<Mends, 'days' | 'strayDays'> {
	const keyOf = ({ studyDay, deckId }: DailyTotals) => `${studyDay} ${deckId}`;
	const rows = new Map(stored.map((row) => [keyOf(row), row]));
	const days = counted.filter(
		(each) => canonicalJson(rows.get(keyOf(each))) !== canonicalJson(each),
	);
	for (const each of counted) rows.delete(keyOf(each));
	return { days, strayDays: [...rows.values()].map(({ studyDay, deckId }) => [studyDay, deckId]) };
}

/** Of all that the person has written. */
async function latestStamp(db: GreenRoomDatabase): Promise<Stamp> {
	const [settings, ...tables] = await Promise.all([
		db.settings.toArray(),
		db.decks.toArray(),
		db.notes.toArray(),
		db.auditions.toArray(),
	]);
	let stamp = SEED_STAMP;
	for (const each of settings) stamp = latest(stamp, each.stamp);
	for (const { stamps, deleted } of tables.flat()) {
		for (const each of Object.values(stamps)) stamp = latest(stamp, each);
		stamp = latest(stamp, deleted ?? SEED_STAMP);
	}
	return stamp;
}
