import { Dexie } from 'dexie';

/** Takes a whole database away: one that does not open any more, before it is made anew. */
export function deleteDatabase(name: string): Promise<void> {
	return Dexie.delete(name);
}
