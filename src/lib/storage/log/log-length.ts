import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';

/** How many events there are, without counting them: each device numbers its own without gaps. */
export async function logLength(db: GreenRoomDatabase): Promise<number> {
	const devices = await db.devices.toArray();
	return devices.reduce((sum, { count }) => sum + count, 0);
}
