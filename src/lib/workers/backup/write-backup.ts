/// <reference lib="webworker" />
import { backupPieces } from '#lib/exchange/encode-backup.ts';
import { reviewRuns } from '#lib/exchange/review-runs.ts';
import { exclusively } from '#lib/storage/database/exclusively.ts';
import { openDatabase } from '#lib/storage/database/open-database.ts';
import { readContent } from '#lib/storage/merging/read-content.ts';
import { readLog } from '#lib/workers/journal/read-log.ts';
import type { BackupReply, BackupRequest } from './ask-backup.ts';
import { fileOf } from './file-of.ts';

/** The worker that writes a backup file. It is ended to give a backup up. */

self.onmessage = ({ data }: MessageEvent<BackupRequest>) => {
	void write(data).then(
		(file) => reply({ tell: 'done', file }),
		(error: unknown) => {
			reply({ tell: 'failed', reason: error instanceof Error ? error.message : String(error) });
		},
	);
};

/** No restore takes the log's place meanwhile; answers go on, and are not in the file. */
async function write({ database, exportedAt }: BackupRequest): Promise<Blob> {
	const db = await openDatabase({ name: database });
	try {
		return await exclusively(`${database} backup`, async () => {
			const { content, heads } = await readContent(db);
			const through = new Map(heads.map(({ id, sequence }) => [id, sequence]));
			const count = heads.reduce((sum, head) => sum + head.count, 0);
			// Reading and writing an event count as a step each.
			const told = (done: number) => reply({ tell: 'progress', done, of: 2 * count });
			const log = await readLog(db.backendDB(), { through, count }, told);
			const reviews = reviewRuns(log, (done) => told(count + done));
			return fileOf(backupPieces(content, reviews, exportedAt));
		});
	} finally {
		db.close();
	}
}

function reply(message: BackupReply): void {
	self.postMessage(message);
}
