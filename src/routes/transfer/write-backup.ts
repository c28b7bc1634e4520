import { backupFileName } from '#lib/exchange/backup-file-name.ts';
import { encodeBackup } from '#lib/exchange/backup.ts';
import type { App } from '#lib/state/app.svelte.ts';

/** The whole collection as the text of a backup file, and the file's name for today. */
export async function writeBackup(app: App): Promise<{ name: string; text: string }> {
	const now = app.clock.now();
	const exportedAt = new Date(now).toISOString();
	const snapshot = await app.store.exportAll();
	return {
		name: backupFileName(now, app.clock.utcOffsetMinutes(now)),
		text: encodeBackup(snapshot, exportedAt),
	};
}
