import { Dexie } from 'dexie';
import { placeOf } from './place.ts';

/** Takes a whole database away: one that does not open any more, before it is made anew. */
export async function deleteDatabase(name: string): Promise<void> {
	await new Dexie(name, await placeOf(name)).delete();
}
