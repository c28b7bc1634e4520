import { mergeSentinels, readSentinel, type Sentinel } from '#lib/domain/safety/sentinel.ts';

/** The sentinel in localStorage, which the browser keeps apart from IndexedDB and OPFS; null when there is none. */
export function localSentinel(database: string): Sentinel | null {
	try {
		const text = localStorage.getItem(keyOf(database));
		return text === null ? null : readSentinel(JSON.parse(text));
	} catch {
		// Refused, or not ours: the copy in OPFS still stands.
		return null;
	}
}

/** Notes what was committed. What another tab noted stays; failing is no reason to stop a review. */
export function noteLocally(database: string, sentinel: Sentinel): void {
	try {
		const known = localSentinel(database);
		const merged = known ? mergeSentinels(known, sentinel) : sentinel;
		localStorage.setItem(keyOf(database), JSON.stringify(merged));
	} catch {
		// As above.
	}
}

export function forgetLocally(database: string): void {
	try {
		localStorage.removeItem(keyOf(database));
	} catch {
		// As above.
	}
}

const keyOf = (database: string) => `${database}-sentinel`;
