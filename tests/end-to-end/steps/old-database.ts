import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Fixture } from '#lib/storage/testing/raw-fixture.ts';

interface OldEvent {
	readonly id: string;
	readonly kind: string;
	readonly sequence: number;
}

/**
 * A database of version 1, with so much practice more that copying and upgrading it takes a while. Practice
 * changes no card, so that everything else in it stays true.
 */
export function oldDatabase(more: number): Fixture {
	const url = new URL('../../fixtures/database-version-1.json', import.meta.url);
	const fixture = JSON.parse(readFileSync(url, 'utf8')) as Fixture;
	const { events, devices, ...stores } = fixture.stores;
	const rows = events?.rows as OldEvent[];
	const practice = rows.find(({ kind }) => kind === 'practice');
	const last = rows.at(-1);
	const [device] = devices?.rows as { readonly sequence: number }[];
	if (!events || !devices || !practice || !last || !device) throw new Error('It is another one.');
	const added = Array.from({ length: more }, (_, index) => ({
		...practice,
		// After the last event, in the order they are made in.
		id: `${last.id.slice(0, 24)}${(index + 1).toString(16).padStart(12, '0')}`,
		sequence: last.sequence + index + 1,
	}));
	return {
		...fixture,
		stores: {
			...stores,
			events: { ...events, rows: [...rows, ...added] },
			devices: { ...devices, rows: [{ ...device, sequence: last.sequence + more }] },
		},
	};
}

/** Makes the database in the browser. @param page of the same origin, without the app: `/robots.txt` */
export async function installDatabase(page: Page, fixture: Fixture): Promise<void> {
	await page.evaluate(
		({ nativeVersion, stores }) =>
			new Promise<void>((resolve, reject) => {
				const opening = indexedDB.open('green-room', nativeVersion);
				opening.onupgradeneeded = () => {
					for (const [store, { keyPath, indexes, rows }] of Object.entries(stores)) {
						const made = opening.result.createObjectStore(store, { keyPath });
						for (const { name, keyPath: path, ...options } of indexes) {
							made.createIndex(name, path, options);
						}
						for (const row of rows) made.add(row);
					}
				};
				opening.onerror = () => reject(new Error(String(opening.error)));
				opening.onsuccess = () => {
					opening.result.close();
					resolve();
				};
			}),
		fixture,
	);
}

/** Leaves the browser no place for a backup before an upgrade: a file stands where its folder should be. */
export function refuseCopies(page: Page): Promise<void> {
	return page.evaluate(async () => {
		const root = await navigator.storage.getDirectory();
		const folder = await root.getDirectoryHandle('green-room', { create: true });
		await folder.removeEntry('copies', { recursive: true }).catch(() => undefined);
		await folder.getFileHandle('copies', { create: true });
	});
}
