import { SCHEMA_VERSION } from './database.ts';
import { placeOf } from './place.ts';

/** Whether a database is there that opening would upgrade. Browsers that can't tell say no. */
export async function needsUpgrade(name: string): Promise<boolean> {
	const { indexedDB } = await placeOf(name);
	if (!('databases' in indexedDB)) return false;
	const known = await indexedDB.databases().catch(() => []);
	const version = known.find((each) => each.name === name)?.version ?? 0;
	return version > 0 && version < SCHEMA_VERSION * 10;
}
