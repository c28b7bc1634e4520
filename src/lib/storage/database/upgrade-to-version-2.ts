import type { Table, Transaction } from 'dexie';
import type { CardId, DeckId, DeviceId, EventId } from '#lib/domain/cards/ids.ts';
import { eventChecksum } from '#lib/domain/log/event-checksum.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import { emptyHead, extended, type Head } from '#lib/domain/log/head.ts';
import type { Base } from '#lib/domain/merge/snapshot.ts';
import type { DailyTotals } from '#lib/domain/statistics/daily-totals.ts';
import { TotalsFold } from '#lib/domain/statistics/totals-fold.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { newDevice, type DeviceRow } from './device-row.ts';
import type { EventRow } from './event-row.ts';

/** As version 1 stored it. */
type OldEventRow = LogEvent & { readonly below: number | null };
type OldDeviceRow = Omit<DeviceRow, 'count' | 'hash'>;

/** Events read and written at once. */
const BATCH = 2000;

/**
 * Gives every event its checksum and every device its head, and counts the totals of days anew. It runs inside the browser's own upgrade: killed
 * half-way, the database is what it was before.
 */
export async function upgradeToVersion2(transaction: Transaction): Promise<void> {
	const events = transaction.table<OldEventRow, EventId, EventRow>('events');
	const heads = new Map<DeviceId, Head>();
	const undone = new Set<EventId>();
	for (let rows = await batchAfter(events, null); rows.length > 0;) {
		const upgraded = rows.map((row) => withChecksum(row));
		for (const event of rows) if (event.kind === 'undo') undone.add(event.undoes);
		for (const { device, sequence, checksum } of upgraded) {
			heads.set(device, extended(heads.get(device) ?? emptyHead, sequence, checksum));
		}
		await events.bulkPut(upgraded);
		rows = await batchAfter(events, rows.at(-1)?.id ?? null);
	}
	await rebuildDays(transaction, undone);
	await upgradeDevices(transaction.table<OldDeviceRow, DeviceId, DeviceRow>('devices'), heads);
}

/** The totals of days say more than they did: they are counted anew. */
async function rebuildDays(transaction: Transaction, undone: ReadonlySet<EventId>): Promise<void> {
	const events = transaction.table<OldEventRow, EventId, EventRow>('events');
	const days = transaction.table<DailyTotals, [StudyDay, DeckId], DailyTotals>('days');
	const fold = new TotalsFold(await transaction.table<Base, CardId, Base>('bases').toArray());
	for (let rows = await batchAfter(events, null); rows.length > 0;) {
		for (const event of rows) if (event.kind !== 'undo' && !undone.has(event.id)) fold.add(event);
		rows = await batchAfter(events, rows.at(-1)?.id ?? null);
	}
	await days.clear();
	await days.bulkAdd(fold.totals);
}

function withChecksum(row: OldEventRow): EventRow {
	const { below, ...event } = row;
	return { ...row, checksum: eventChecksum(event), below };
}

function batchAfter(
	events: Table<OldEventRow, EventId, EventRow>,
	last: EventId | null,
): Promise<OldEventRow[]> {
	const rest = last === null ? events.orderBy('id') : events.where('id').above(last);
	return rest.limit(BATCH).toArray();
}

async function upgradeDevices(
	devices: Table<OldDeviceRow, DeviceId, DeviceRow>,
	heads: ReadonlyMap<DeviceId, Head>,
): Promise<void> {
	const known = new Map((await devices.toArray()).map((row) => [row.id, row]));
	const ids = new Set([...known.keys(), ...heads.keys()]);
	await devices.bulkPut(
		[...ids].map((id) => {
			const row = known.get(id) ?? newDevice(id);
			const { sequence, count, hash } = heads.get(id) ?? emptyHead;
			return { ...row, sequence: Math.max(row.sequence, sequence), count, hash };
		}),
	);
}
