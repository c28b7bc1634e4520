import type { CardId } from '#lib/domain/cards/ids.ts';
import type { Settings } from '#lib/domain/settings/settings.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { addDays } from '#lib/domain/time/study-day.ts';
import { measured, type Measured } from '#lib/domain/workload/measured.ts';
import type { WorkloadInput } from '#lib/domain/workload/workload-input.ts';
import type { CardRow } from '#lib/storage/database/card-row.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { totalsBetween } from './totals-store.ts';

const PAGE = 5000;
const DAYS_MEASURED = 365;
const SEED = 2026;

/** What the simulation of workload starts from: the cards that aren't suspended, and how they were answered. */
export async function readWorkload(
	db: GreenRoomDatabase,
	settings: Pick<Settings, 'parameters' | 'newPerDay' | 'maximumIntervalDays'>,
	today: StudyDay,
): Promise<WorkloadInput & Pick<Measured, 'isOwn'>> {
	const totals = await totalsBetween(db, addDays(today, -DAYS_MEASURED), today);
	const columns = { stability: [0], difficulty: [0], elapsed: [0], dueIn: [0] };
	for (const column of Object.values(columns)) column.pop();
	let fresh = 0;
	for (let last: CardId | null = null; ;) {
		const rows: CardRow[] = await (
			last === null ? db.cards.toCollection() : db.cards.where('id').above(last)
		)
			.limit(PAGE)
			.toArray();
		for (const { memory, due, lastReviewedDay, suspended } of rows) {
			if (suspended) continue;
			if (memory === null || lastReviewedDay === null) {
				fresh++;
				continue;
			}
			columns.stability.push(memory.stability);
			columns.difficulty.push(memory.difficulty);
			columns.elapsed.push(Math.max(0, today - lastReviewedDay));
			columns.dueIn.push(due !== null && 'day' in due ? due.day - today : 0);
		}
		last = rows.at(-1)?.id ?? null;
		if (last === null || rows.length < PAGE) break;
	}
	return {
		...settings,
		...measured(totals),
		fresh,
		seed: SEED,
		stability: Float64Array.from(columns.stability),
		difficulty: Float64Array.from(columns.difficulty),
		elapsed: Float64Array.from(columns.elapsed),
		dueIn: Float64Array.from(columns.dueIn),
	};
}
