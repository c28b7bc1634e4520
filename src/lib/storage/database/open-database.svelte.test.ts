import { Dexie } from 'dexie';
import { expect, onTestFinished, test, vi } from 'vitest';
import { article, bench, firstCard, rate } from '#lib/storage/testing/testing-store.ts';
import { NewerDatabaseError } from './newer-database-error.ts';
import { openDatabase } from './open-database.ts';

function openRaw(name: string, version: number): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(name, version);
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('It does not open.'));
	});
}

test('a database that newer code made is refused and left as it is', async () => {
	const name = `newer ${Date.now()}`;
	onTestFinished(() => Dexie.delete(name));
	const raw = await openRaw(name, 30);
	raw.close();
	const opening = openDatabase({ name });
	await expect(opening).rejects.toBeInstanceOf(NewerDatabaseError);
	await expect(opening).rejects.toMatchObject({ found: 3, known: 2 });
	const again = await openRaw(name, 30);
	expect([...again.objectStoreNames]).toEqual([]);
	again.close();
});

test('an old page steps back for a newer version, says so, and writes no more', async () => {
	const on = await bench();
	await on.store.seed([article(1)]);
	const card = await firstCard(on);
	const superseded = vi.fn();
	const old = await openDatabase({ name: on.name, onSuperseded: superseded });
	on.db.close();
	const raw = await openRaw(on.name, 30);
	raw.close();
	expect(superseded).toHaveBeenCalledOnce();
	expect(old.isOpen()).toBe(false);
	await expect(old.cards.get(card.id)).rejects.toThrow();
	await expect(rate(on, card, 3)).rejects.toThrow();
});

test('answers are committed with strict durability', async () => {
	const on = await bench();
	await on.store.seed([article(1)]);
	const card = await firstCard(on);
	const puts = vi.spyOn(IDBObjectStore.prototype, 'put');
	await rate(on, card, 3);
	const stores = puts.mock.contexts.filter((store) => store instanceof IDBObjectStore);
	const durabilities = stores.map(({ transaction }) => transaction.durability);
	puts.mockRestore();
	expect(new Set(durabilities)).toEqual(new Set(['strict']));
});
