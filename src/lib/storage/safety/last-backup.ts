import type { StoreContext } from '#lib/storage/context/store-context.ts';

export const BACKUP = 'last-backup';

/** When a backup was last downloaded, in ms; null for never. */
export async function lastBackupAt({ db }: StoreContext): Promise<number | null> {
	const value = (await db.meta.get(BACKUP))?.value;
	return typeof value === 'number' ? value : null;
}

export async function setLastBackupAt(context: StoreContext, at: number): Promise<void> {
	await context.db.meta.put({ key: BACKUP, value: at });
	context.announce('backup');
}
