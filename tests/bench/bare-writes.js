/**
 * The yardstick: the rows of one answer put into a bare database with the same stores, indexes and rows as the
 * app's, in one strict transaction. Runs in the page; gives `window.bareWrites`.
 */
export async function installBareWrites() {
	const stores = ['events', 'cards', 'days', 'devices'];
	const PIECE = 10_000;
	const app = await open('green-room');
	const bare = await open('bare rows', (made) => {
		const from = app.transaction(stores);
		for (const name of stores) {
			const original = from.objectStore(name);
			const store = made.createObjectStore(name, { keyPath: original.keyPath });
			for (const index of original.indexNames) {
				const { keyPath, unique, multiEntry } = original.index(index);
				store.createIndex(index, keyPath, { unique, multiEntry });
			}
		}
	});
	for (const name of stores) await copyRows(name);

	/** The rows that the latest answer wrote, and the time (ms) that writing them barely takes. */
	Object.assign(window, {
		bareWrites: async () => {
			const reading = app.transaction(stores);
			const cursor = await answerOf(reading.objectStore('events').openCursor(null, 'prev'));
			const event = cursor?.value;
			const [card, day, device] = await Promise.all([
				answerOf(reading.objectStore('cards').get(event.cardId)),
				answerOf(reading.objectStore('days').get([event.studyDay, event.deckId])),
				answerOf(reading.objectStore('devices').get(event.device)),
			]);
			const start = performance.now();
			const writing = bare.transaction(stores, 'readwrite', { durability: 'strict' });
			writing.objectStore('events').put(event);
			writing.objectStore('cards').put(card);
			writing.objectStore('days').put(day);
			writing.objectStore('devices').put(device);
			writing.commit();
			await new Promise((resolve, reject) => {
				writing.oncomplete = resolve;
				writing.onabort = () => reject(new Error(writing.error?.message));
			});
			return performance.now() - start;
		},
	});

	/** Copies the rows that are missing there; a large collection's yardstick stays in its profile. @param {string} name */
	async function copyRows(name) {
		const last = await answerOf(
			bare.transaction(name).objectStore(name).openKeyCursor(null, 'prev'),
		);
		let range = last && name === 'events' ? IDBKeyRange.lowerBound(last.key, true) : null;
		for (;;) {
			const from = app.transaction(name).objectStore(name);
			const [keys, rows] = await Promise.all([
				answerOf(from.getAllKeys(range, PIECE)),
				answerOf(from.getAll(range, PIECE)),
			]);
			const writing = bare.transaction(name, 'readwrite');
			for (const row of rows) writing.objectStore(name).put(row);
			writing.commit();
			await new Promise((resolve) => (writing.oncomplete = resolve));
			if (rows.length < PIECE) return;
			range = IDBKeyRange.lowerBound(keys.at(-1), true);
		}
	}

	/**
	 * @param {string} name
	 * @param {(database: IDBDatabase) => void} [make]
	 * @returns {Promise<IDBDatabase>}
	 */
	function open(name, make) {
		const opening = indexedDB.open(name);
		opening.onupgradeneeded = () => make?.(opening.result);
		return answerOf(opening);
	}

	/**
	 * @template T
	 * @param {IDBRequest<T>} request
	 * @returns {Promise<T>}
	 */
	function answerOf(request) {
		return new Promise((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(new Error(request.error?.message));
		});
	}
}
