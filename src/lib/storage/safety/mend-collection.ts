import { canonicalJson } from '#lib/domain/merge/canonical-json.ts';
import { OtherTabs } from '#lib/storage/context/other-tabs.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import type { CheckReport } from './check-report.ts';

/**
 * Puts right what a check found and what follows from other rows, all or nothing. Events are never touched.
 *
 * @returns false, with nothing changed, when something was committed since the check began
 */
export async function mendCollection(db: GreenRoomDatabase, report: CheckReport): Promise<boolean> {
	const { cards, strayCards, days, strayDays, devices } = report.mends;
	const mended = await db.transaction('rw', [db.cards, db.days, db.devices], async () => {
		const rows = await db.devices.toArray();
		if (canonicalJson(rows) !== report.heads) return false;
		const byId = new Map(rows.map((row) => [row.id, row]));
		await Promise.all([
			db.cards.bulkPut([...cards]),
			db.cards.bulkDelete([...strayCards]),
			db.days.bulkPut([...days]),
			db.days.bulkDelete(strayDays.map(([day, deck]) => [day, deck])),
			db.devices.bulkPut(
				devices.flatMap(({ id, head: { count, hash } }) => {
					const row = byId.get(id);
					return row ? [{ ...row, count, hash }] : [];
				}),
			),
		]);
		return true;
	});
	if (mended) {
		const tabs = new OtherTabs(db.name);
		tabs.announce('everything');
		tabs.close();
	}
	return mended;
}
