import { OtherTabs } from '#lib/storage/context/other-tabs.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';

/** Has every tab read again, after rows were put right behind their backs. */
export function announceEverything({ name }: GreenRoomDatabase): void {
	const tabs = new OtherTabs(name);
	tabs.announce('everything');
	tabs.close();
}
