import type { Page } from '@playwright/test';
import type { Card } from '#lib/domain/cards/card.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import type { DailyTotals } from '#lib/domain/statistics/daily-totals.ts';

/** Every card's row, by id. */
export async function storedCards(page: Page): Promise<Record<string, Card>> {
	const cards = await storedRows<Card>(page, 'cards');
	return Object.fromEntries(cards.map((card) => [card.id, card]));
}

/** The whole log, in the order it was written in on one device, without what the store notes beside an event. */
export async function storedEvents(page: Page): Promise<LogEvent[]> {
	const rows = await storedRows<LogEvent & { below: unknown; checksum: unknown }>(page, 'events');
	const events = rows.map(({ below: _below, checksum: _checksum, ...event }): LogEvent => event);
	return events.sort((a, b) => a.sequence - b.sequence);
}

/** The daily totals, one row for each study day and deck. */
export function storedDays(page: Page): Promise<DailyTotals[]> {
	return storedRows(page, 'days');
}

/** What really is in IndexedDB, read past the app's own code. */
export function storedRows<T>(page: Page, table: string): Promise<T[]> {
	return page.evaluate(async (name) => {
		interface Buckets {
			keys(): Promise<string[]>;
			open(bucket: string): Promise<{ readonly indexedDB: IDBFactory }>;
		}
		const { storageBuckets: buckets } = navigator as unknown as { storageBuckets?: Buckets };
		const moved = (await buckets?.keys())?.find((each) => each.startsWith('kept-green-room'));
		const place = (moved && (await buckets?.open(moved))?.indexedDB) || indexedDB;
		return new Promise<T[]>((resolve, reject) => {
			const opening = place.open('green-room');
			opening.onerror = () => reject(new Error(String(opening.error)));
			opening.onupgradeneeded = () => {
				opening.transaction?.abort();
				reject(new Error('The app has not made its database yet.'));
			};
			opening.onsuccess = () => {
				const database = opening.result;
				const reading = database.transaction(name).objectStore(name).getAll();
				reading.onerror = () => reject(new Error(String(reading.error)));
				reading.onsuccess = () => {
					database.close();
					resolve(reading.result as T[]);
				};
			};
		});
	}, table);
}
