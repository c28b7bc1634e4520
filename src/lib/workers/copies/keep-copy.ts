/// <reference lib="webworker" />
import type { Card } from '#lib/domain/cards/card.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import type { Device, Snapshot } from '#lib/domain/merge/snapshot.ts';
import { encodeBackup } from '#lib/exchange/encode-backup.ts';
import { writeFile } from '#lib/workers/journal/opfs-file.ts';
import { openRaw, rawRows } from '#lib/workers/journal/raw-database.ts';
import { copiesFolder } from './kept-copies.ts';

/** The worker that writes a backup of a database as it is, of whatever version, into OPFS. */

export interface CopyRequest {
	readonly database: string;
	readonly fileName: string;
	/** ISO 8601, UTC. */
	readonly exportedAt: string;
}

self.onmessage = ({ data }: MessageEvent<CopyRequest>) => {
	void keepCopy(data).then(
		() => self.postMessage(null),
		(error: unknown) => self.postMessage(error instanceof Error ? error.message : String(error)),
	);
};

async function keepCopy({ database, fileName, exportedAt }: CopyRequest): Promise<void> {
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
			auditions: await rows('auditions'),
			settings: await rows('settings'),
			devices: devices.filter(({ id, sequence, stamp }) => sequence > 0 || stamp.endsWith(id)),
		};
		const text = encodeBackup(snapshot, exportedAt);
		await writeFile(await copiesFolder(database), fileName, new TextEncoder().encode(text));
	} finally {
		db.close();
	}
}
