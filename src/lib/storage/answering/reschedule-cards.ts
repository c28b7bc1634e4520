import type { Card } from '#lib/domain/cards/card.ts';
import type { CardId, EventId } from '#lib/domain/cards/ids.ts';
import { applyEvent } from '#lib/domain/log/apply-event.ts';
import { isBroughtForward } from '#lib/domain/log/is-brought-forward.ts';
import type { MemoryModel } from '#lib/domain/memory/fsrs.ts';
import { rescheduledDays } from '#lib/domain/scheduling/rescheduled-days.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import type { StoreContext } from '#lib/storage/context/store-context.ts';
import { cardOfRow, cardRow, type CardRow } from '#lib/storage/database/card-row.ts';
import type { DeviceRow } from '#lib/storage/database/device-row.ts';
import type { EventRow } from '#lib/storage/database/event-row.ts';
import { exclusively } from '#lib/storage/database/exclusively.ts';
import { ID_BYTES, momentFields, placeEvent } from '#lib/storage/log/event-log.ts';
import { deviceRow } from '#lib/storage/log/own-device.ts';

/** Cards read or stored at once, between two tellings of how far it is. */
const PIECE = 1000;

/** Told how much is done. What it throws ends the work, with nothing changed. */
type Progress = (done: number, of: number) => void;

/** Where a card is to move, and how it stood when that was worked out. */
interface Move {
	readonly id: CardId;
	readonly day: StudyDay;
	readonly head: EventId | null;
}

interface Moves {
	readonly moves: readonly Move[];
	readonly model: MemoryModel;
	/** Of the settings they follow from. */
	readonly rulesVersion: number;
	/** Cards that were looked at. */
	readonly looked: number;
}

/** How many due dates `moveDueDates` would move. Reads every card. */
export async function countMovableDueDates(
	context: StoreContext,
	moment: Moment,
	progress: Progress = () => undefined,
): Promise<number> {
	return (await movesNow(context, moment, progress)).moves.length;
}

/**
 * Moves the due dates of cards in review to what the parameters and the desired retention in force say, by a
 * `reschedule` event each: all or nothing. A card that was answered meanwhile keeps what its answer promised.
 *
 * @returns how many were moved
 * @throws when settings were changed meanwhile
 */
export async function moveDueDates(
	context: StoreContext,
	moment: Moment,
	progress: Progress = () => undefined,
): Promise<number> {
	const moved = await exclusively(`${context.db.name} backup`, async () => {
		const found = await movesNow(context, moment, (done, of) => progress(done, 2 * of));
		const { looked, moves } = found;
		return store(context, found, moment, (done) =>
			progress(looked * (1 + done / moves.length), 2 * looked),
		);
	});
	// Their journals follow the log as a whole.
	if (moved > 0) context.announce('everything');
	return moved;
}

/** Reads in pieces outside of any transaction: nobody's answer waits. */
async function movesNow(
	context: StoreContext,
	{ studyDay }: Moment,
	progress: Progress,
): Promise<Moves> {
	const { db, rules } = context;
	const own = await context.device();
	const { rulesVersion, settings, model } = await db.transaction(
		'r',
		[db.devices, db.settings],
		async () => {
			const { rulesVersion } = await deviceRow(db, own);
			const found = rules.kept(rulesVersion) ?? (await rules.read(rulesVersion));
			return { rulesVersion, ...found };
		},
	);
	const cards: CardRow[] = [];
	const of = await db.cards.count();
	let looked = 0;
	for (let last: CardId | null = null; ;) {
		const rows: CardRow[] =
			last === null
				? await db.cards.limit(PIECE).toArray()
				: await db.cards.where('id').above(last).limit(PIECE).toArray();
		const final = rows.at(-1);
		if (!final) break;
		for (const row of rows) if (row.queue === 'review') cards.push(row);
		last = final.id;
		progress((looked += rows.length), Math.max(of, looked));
	}
	const heads = new Map(cards.map(({ id, head }) => [id, head]));
	const days = rescheduledDays(cards, model, settings, studyDay);
	const moves = Array.from(days, ([id, day]) => ({ id, day, head: heads.get(id) ?? null }));
	return { moves, model, rulesVersion, looked };
}

async function store(
	context: StoreContext,
	{ moves, model, rulesVersion }: Moves,
	moment: Moment,
	progress: (done: number) => void,
): Promise<number> {
	if (moves.length === 0) return 0;
	const { db } = context;
	const own = await context.device();
	return db.transaction('rw', [db.cards, db.events, db.devices], async () => {
		let device = await deviceRow(db, own);
		if (device.rulesVersion !== rulesVersion) {
			throw new Error('Settings were changed meanwhile. Try again.');
		}
		let moved = 0;
		for (let start = 0; start < moves.length; start += PIECE) {
			const piece = moves.slice(start, start + PIECE);
			const rows = await db.cards.bulkGet(piece.map(({ id }) => id));
			const standing = piece.flatMap((move, index) => {
				const row = rows[index];
				return row && row.head === move.head ? [{ row, day: move.day }] : [];
			});
			const random = context.randomBytes(ID_BYTES * standing.length);
			const placed = placeAll(standing, device, model, moment, random);
			await Promise.all([db.events.bulkAdd(placed.events), db.cards.bulkPut(placed.cards)]);
			device = placed.device;
			moved += standing.length;
			progress(start + piece.length);
		}
		if (moved > 0) await db.devices.put(device);
		return moved;
	});
}

/** The rows that a piece of it becomes, and the device's after it. */
function placeAll(
	moves: readonly { readonly row: CardRow; readonly day: StudyDay }[],
	before: DeviceRow,
	model: MemoryModel,
	moment: Moment,
	random: Uint8Array,
) {
	let device = before;
	const cards: CardRow[] = [];
	const events: EventRow[] = [];
	for (const [index, { row, day }] of moves.entries()) {
		const { id: cardId, deckId } = row;
		const draft = { kind: 'reschedule', day, cardId, deckId, ...momentFields(moment) } as const;
		const bytes = random.subarray(index * ID_BYTES, (index + 1) * ID_BYTES);
		const placed = placeEvent(draft, device, bytes);
		const card = cardOfRow(row);
		const after: Card = { ...card, ...applyEvent(card, placed.event, model) };
		cards.push(cardRow(after, isBroughtForward(placed.event)));
		events.push(placed.row);
		device = placed.device;
	}
	return { cards, events, device };
}
