import type { PracticeEvent } from '#lib/domain/log/event.ts';
import { addToTotals, emptyTotals } from '#lib/domain/statistics/daily-totals.ts';
import { newStanding } from '#lib/domain/statistics/standing.ts';
import type { StoreContext } from '#lib/storage/context/store-context.ts';
import { ID_BYTES, momentFields, placeEvent } from '#lib/storage/log/event-log.ts';
import { deviceRow } from '#lib/storage/log/own-device.ts';
import type { PracticeResult } from './practice-result.ts';

/** Keeps a practice result: an event and the day's totals, never the card. */
export async function practice(
	context: StoreContext,
	{ moment, ...result }: PracticeResult,
): Promise<PracticeEvent> {
	const { db } = context;
	const { cardId, deckId, drill, rating, confusedWith } = result;
	const durationMs = Math.max(0, Math.round(result.durationMs));
	const { studyDay } = moment;
	const own = await context.device();
	const random = context.randomBytes(ID_BYTES);
	const placed = await db.transaction('rw', [db.events, db.days, db.devices], async () => {
		const [device, day] = await Promise.all([deviceRow(db, own), db.days.get([studyDay, deckId])]);
		const placed = placeEvent(
			{
				kind: 'practice',
				...momentFields(moment),
				cardId,
				deckId,
				drill,
				rating,
				durationMs,
				confusedWith,
			},
			device,
			random,
		);
		await Promise.all([
			db.events.add(placed.row),
			db.days.put(addToTotals(day ?? emptyTotals(studyDay, deckId), placed.event, newStanding, 1)),
			db.devices.put(placed.device),
		]);
		return placed;
	});
	context.announce('log', placed);
	return placed.event;
}
