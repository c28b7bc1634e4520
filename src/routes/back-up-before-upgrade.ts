import { needsUpgrade } from '#lib/storage/database/needs-upgrade.ts';
import { NoCopyError } from '#lib/storage/database/no-copy-error.ts';
import { deviceClock } from './device-clock.ts';

/**
 * Keeps a backup of a database that opening it would upgrade.
 *
 * @throws NoCopyError when none could be kept: the person is asked before anything is changed
 */
export async function backUpBeforeUpgrade(database: string): Promise<void> {
	if (!(await needsUpgrade(database))) return;
	try {
		const [{ askCopy }, { backupFileName }] = await Promise.all([
			import('#lib/workers/copies/ask-copy.ts'),
			import('#lib/exchange/backup-file-name.ts'),
		]);
		const now = deviceClock.now();
		const fileName = backupFileName(now, deviceClock.utcOffsetMinutes(now));
		await askCopy({ database, fileName, exportedAt: new Date(now).toISOString() });
	} catch (cause) {
		throw new NoCopyError(cause instanceof Error ? cause.message : String(cause), { cause });
	}
}
