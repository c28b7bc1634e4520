import type { Audition } from '#lib/domain/audition/audition.ts';
import type { Card } from '#lib/domain/cards/card.ts';
import { LogColumns } from '#lib/domain/log/log-columns.ts';
import { packEvents, unpackInto } from '#lib/domain/log/segment.ts';
import { completeAudition } from '#lib/domain/merge/complete-audition.ts';
import type { Stamped } from '#lib/domain/merge/record.ts';
import type { Device } from '#lib/domain/merge/snapshot.ts';
import { readBackupFile } from '#lib/exchange/backup.ts';
import { backupPieces, type BackupContent } from '#lib/exchange/encode-backup.ts';
import { reviewRuns } from '#lib/exchange/review-runs.ts';
import { eventOfRow } from '#lib/storage/database/event-row.ts';
import { fileOf } from '#lib/workers/backup/file-of.ts';
import { openRaw, rawEventRows, rawRows } from '#lib/workers/journal/raw-database.ts';

/**
 * A database as it is, of whatever version, as a backup file, which is read again to be sure of it.
 *
 * @param exportedAt ISO 8601, UTC
 * @throws when it can't be read, or when what was read would be refused as a backup
 */
export async function readCopy(
	database: string,
	exportedAt: string,
): Promise<{ file: Blob; entries: number }> {
	const db = await openRaw(database);
	try {
		const log = new LogColumns();
		for await (const rows of rawEventRows(db)) unpackInto(log, packEvents(rows.map(eventOfRow)));
		const file = fileOf(backupPieces(await contentIn(db), reviewRuns(log), exportedAt));
		const read = await readBackupFile(file);
		if (!read.ok) throw new Error(read.problems.slice(0, 2).join(' '));
		return { file, entries: log.length };
	} finally {
		db.close();
	}
}

async function contentIn(db: IDBDatabase): Promise<BackupContent> {
	const rows = async <T>(table: string) => (await rawRows(db, table)) as T[];
	const devices = await rows<Device>('devices');
	return {
		decks: await rows('decks'),
		notes: await rows('notes'),
		cards: await rows<Card>('cards'),
		bases: await rows('bases'),
		auditions: (await rows<Stamped<Audition>>('auditions')).map(completeAudition),
		settings: await rows('settings'),
		devices: devices.filter(({ id, sequence, stamp }) => sequence > 0 || stamp.endsWith(id)),
	};
}
