import { backupFileName } from '#lib/exchange/backup-file-name.ts';
import { encodeBackup } from '#lib/exchange/backup.ts';
import type { App } from '#lib/state/app.svelte.ts';
import { askBackup } from '#lib/workers/backup/ask-backup.ts';

/**
 * The whole collection as a backup file, and the file's name for today. A worker writes it; only what is in
 * memory alone, which no worker sees, is written here.
 *
 * @param progress told the share that is done, 0 to 1
 * @throws the signal's reason when it is given up
 */
export async function writeBackup(
	app: App,
	progress: (share: number) => void,
	signal: AbortSignal,
): Promise<{ name: string; content: Blob | string }> {
	const now = app.clock.now();
	const exportedAt = new Date(now).toISOString();
	const name = backupFileName(now, app.clock.utcOffsetMinutes(now));
	if (app.inMemory) {
		return { name, content: encodeBackup(await app.store.exportAll(), exportedAt) };
	}
	const request = { database: app.store.databaseName, exportedAt };
	const told = (done: number, of: number) => progress(of > 0 ? done / of : 1);
	return { name, content: await askBackup(request, told, signal) };
}
