import { inheritedOptions } from '#lib/domain/cards/deck.ts';
import type { DeviceId } from '#lib/domain/cards/ids.ts';
import type { EventDraft } from '#lib/domain/log/event.ts';
import { createMemoryModel, defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { SEED_STAMP } from '#lib/domain/merge/hybrid-clock.ts';
import { stamped } from '#lib/domain/merge/record.ts';
import { TotalsFold } from '#lib/domain/statistics/totals-fold.ts';
import { addDays, studyDayOf } from '#lib/domain/time/study-day.ts';
import { newDevice } from '#lib/storage/database/device-row.ts';
import type { EventRow } from '#lib/storage/database/event-row.ts';
import { openDatabase } from '#lib/storage/database/open-database.ts';
import { placeEvent } from '#lib/storage/log/event-log.ts';
import { ownDevice } from '#lib/storage/log/own-device.ts';
import { deckNames, History, notesOf, seeded, type Size } from './history.ts';

const DAYS = 1000;
const AT_ONCE = 5000;

/**
 * Fills the app's database with a collection that was studied for a thousand days, up to yesterday. Written
 * as fast as the browser can: straight into the tables, in large transactions that don't wait for the disk.
 */
async function generate(size: Size) {
	const random = seeded(20_261_102);
	const db = await openDatabase();
	const raw = db.backendDB();
	const own = await ownDevice(db, '01928000-0000-7000-8000-00000000beef' as DeviceId);
	const model = createMemoryModel(defaultParameters);
	const notes = notesOf(size);
	const history = new History(notes, model, random);
	const fold = new TotalsFold([]);
	const today = studyDayOf(Date.now(), 0, 4);
	let device = newDevice(own);
	let rows: EventRow[] = [];
	const start = performance.now();
	let spare = new Uint8Array(10);
	for (let day = 0; day < DAYS && device.count < size.events; day++) {
		const share = Math.max(0, Math.round((size.events * (day + 1)) / DAYS) - device.count);
		history.day(addDays(today, day - DAYS), share, (draft: EventDraft) => {
			spare = spare.map(() => Math.floor(random() * 256));
			const placed = placeEvent(draft, device, spare);
			rows.push(placed.row);
			device = placed.device;
			if (placed.event.kind !== 'undo') fold.add(placed.event);
			return placed.event;
		});
		if (rows.length >= AT_ONCE) {
			await write('events', rows);
			rows = [];
		}
	}
	await write('events', rows);
	const decks = deckNames(size.decks).map((id) => ({
		id,
		name: id.replace('-', ' '),
		article: null,
		options: inheritedOptions,
	}));
	await write(
		'decks',
		decks.map((deck) => stamped(deck, SEED_STAMP)),
	);
	await inParts(
		'notes',
		notes.map((note) => stamped(note, SEED_STAMP)),
	);
	await inParts('cards', history.rows());
	await inParts('days', fold.totals);
	await write('devices', [device]);
	db.close();
	return { events: device.count, seconds: (performance.now() - start) / 1000 };

	async function inParts(name: string, all: readonly object[]) {
		for (let from = 0; from < all.length; from += AT_ONCE) {
			await write(name, all.slice(from, from + AT_ONCE));
		}
	}

	function write(name: string, some: readonly object[]): Promise<void> {
		const transaction = raw.transaction(name, 'readwrite', { durability: 'relaxed' });
		const store = transaction.objectStore(name);
		for (const row of some) store.put(row);
		return new Promise((resolve, reject) => {
			transaction.oncomplete = () => resolve();
			transaction.onabort = () =>
				reject(transaction.error ?? new Error(`${name} was not written.`));
		});
	}
}

Object.assign(window, { generate });
