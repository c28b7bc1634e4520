import type { Audition } from '#lib/domain/audition/audition.ts';
import type { Card } from '#lib/domain/cards/card.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import { completeAudition } from '#lib/domain/merge/complete-audition.ts';
import type { Stamped } from '#lib/domain/merge/record.ts';
import type { Device, Snapshot } from '#lib/domain/merge/snapshot.ts';
import { decodeBackup, encodeBackup } from '#lib/exchange/backup.ts';
import { openRaw, rawRows } from '#lib/workers/journal/raw-database.ts';

/**
 * A database as it is, of whatever version, as the text of a backup.
 *
 * @param exportedAt ISO 8601, UTC
 * @throws when it can't be read, or when what was read would be refused as a backup
 */
export async function readCopy(
	database: string,
	exportedAt: string,
): Promise<{ text: string; entries: number }> {
	const db = await openRaw(database);
	try {
		const rows = async <T>(table: string) => (await rawRows(db, table)) as T[];
		const devices = await rows<Device>('devices');
		const snapshot: Snapshot = {
			decks: await rows('decks'),
			notes: await rows('notes'),
			cards: await rows<Card>('cards'),
			bases: await rows('bases'),
			reviews: await rows<LogEvent>('events'),
			auditions: (await rows<Stamped<Audition>>('auditions')).map(completeAudition),
			settings: await rows('settings'),
			devices: devices.filter(({ id, sequence, stamp }) => sequence > 0 || stamp.endsWith(id)),
		};
		const text = encodeBackup(snapshot, exportedAt);
		const decoded = decodeBackup(text);
		if (!decoded.ok) throw new Error(decoded.problems.slice(0, 2).join(' '));
		return { text, entries: snapshot.reviews.length };
	} finally {
		db.close();
	}
}
