import { SCHEMA_VERSION } from './database.ts';
import { placeOf } from './place.ts';

/** Whether a database is there that opening would upgrade. */
export async function needsUpgrade(name: string): Promise<boolean> {
	const { indexedDB } = await placeOf(name);
	const version = (await toldVersion(indexedDB, name)) ?? (await foundVersion(indexedDB, name));
	return version > 0 && version < SCHEMA_VERSION * 10;
}

/** Null where the browser does not tell; 0 when there is no such database. */
async function toldVersion(indexedDB: IDBFactory, name: string): Promise<number | null> {
	if (!('databases' in indexedDB)) return null;
	const known = await indexedDB.databases().catch(() => null);
	return known && (known.find((each) => each.name === name)?.version ?? 0);
}

/** By opening it as it is; 0 when there is none, or it does not open. */
function foundVersion(indexedDB: IDBFactory, name: string): Promise<number> {
	return new Promise((resolve) => {
		const request = indexedDB.open(name);
		request.onupgradeneeded = () => request.transaction?.abort();
		request.onerror = () => resolve(0);
		request.onsuccess = () => {
			resolve(request.result.version);
			request.result.close();
		};
	});
}
