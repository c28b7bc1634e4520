import { needsUpgrade } from '#lib/storage/database/needs-upgrade.ts';
import { deviceClock } from './device-clock.ts';

/**
 * Keeps a backup of a database that opening it would upgrade. Without OPFS there is no place for one; the
 * upgrade itself is all or nothing.
 */
export async function backUpBeforeUpgrade(database: string): Promise<void> {
	if (!(await needsUpgrade(database))) return;
	const [{ askCopy }, { backupFileName }] = await Promise.all([
		import('#lib/workers/copies/ask-copy.ts'),
		import('#lib/exchange/backup-file-name.ts'),
	]);
	const now = deviceClock.now();
	const fileName = backupFileName(now, deviceClock.utcOffsetMinutes(now));
	const exportedAt = new Date(now).toISOString();
	await askCopy({ database, fileName, exportedAt }).catch(() => undefined);
}
