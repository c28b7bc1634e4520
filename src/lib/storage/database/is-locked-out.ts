import { isDiskFull } from './failure-words.ts';
import { placeOf } from './place.ts';

/** Whether the browser opens no database at all any more in the place of this one, a new one neither. A full disk is another matter. */
export async function isLockedOut(database: string): Promise<boolean> {
	const { indexedDB } = await placeOf(database);
	const probe = `${database} probe`;
	return new Promise((resolve) => {
		const request = indexedDB.open(probe);
		request.onerror = () => resolve(!isDiskFull(request.error));
		request.onsuccess = () => {
			request.result.close();
			indexedDB.deleteDatabase(probe);
			resolve(false);
		};
	});
}
