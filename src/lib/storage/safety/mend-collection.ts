import type { DeviceId } from '#lib/domain/cards/ids.ts';
import { canonicalJson } from '#lib/domain/merge/canonical-json.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { eventAt } from '#lib/storage/log/event-log.ts';
import { knownDevice } from '#lib/storage/log/own-device.ts';
import { dropKeptStatistics } from '#lib/storage/statistics/kept-statistics.ts';
import { announceEverything } from './announce-everything.ts';
import type { CheckReport } from './check-report.ts';
import type { StackMends } from './undo-stack-check.ts';

/**
 * Puts right what a check found and what follows from other rows, all or nothing. What an event
 * says is never touched.
 *
 * @returns false, with nothing changed, when something was committed since the check began
 */
export async function mendCollection(db: GreenRoomDatabase, report: CheckReport): Promise<boolean> {
	const { cards, strayCards, days, strayDays, devices, stack } = report.mends;
	const tables = [db.cards, db.days, db.devices, db.events, db.meta];
	const own = await knownDevice(db);
	const mended = await db.transaction('rw', tables, async () => {
		const rows = await db.devices.toArray();
		if (canonicalJson(rows) !== report.heads) return false;
		await Promise.all([
			db.cards.bulkPut([...cards]),
			db.cards.bulkDelete([...strayCards]),
			db.days.bulkPut([...days]),
			db.days.bulkDelete(strayDays.map(([day, deck]) => [day, deck])),
			db.devices.bulkPut([...devices]),
		]);
		if (stack && own !== null) await mendStack(db, own, stack);
		await dropKeptStatistics(db);
		return true;
	});
	if (mended) announceEverything(db);
	return mended;
}

/** Rows looked up at once. */
const BATCH = 1000;

/** Events keep their place on the stack beside what they say. */
async function mendStack(db: GreenRoomDatabase, own: DeviceId, { below }: StackMends) {
	for (let at = 0; at < below.length; at += BATCH) {
		const rows = await Promise.all(
			below.slice(at, at + BATCH).map(async ([sequence, under]) => {
				const row = await eventAt(db, own, sequence);
				return row ? [{ ...row, below: under }] : [];
			}),
		);
		await db.events.bulkPut(rows.flat());
	}
}
