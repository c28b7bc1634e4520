import { expect, onTestFinished, test, vi } from 'vitest';
import { openDatabase } from '#lib/storage/database/open-database.ts';
import { newPlace, storageOf } from '#lib/storage/database/place.ts';
import { bench } from '#lib/storage/testing/testing-store.ts';
import { persistStorage, storageStatus } from './persist-storage.ts';

function manager(persists: boolean) {
	const persist = vi.fn(() => Promise.resolve(persists));
	const estimate = () => Promise.resolve({ usage: 5, quota: 50 });
	const persisted = () => Promise.resolve(persists);
	return { persist, storage: { persist, persisted, estimate } };
}

test.each([
	[true, 'granted'],
	[false, 'refused'],
] as const)('the browser is asked once, and its answer (%s) is kept', async (persists, answer) => {
	const { db } = await bench();
	const { persist, storage } = manager(persists);
	expect(await storageStatus(db, storage)).toMatchObject({ answer: null });
	expect(await persistStorage(db, storage)).toBe(answer);
	expect(await persistStorage(db, storage)).toBe(answer);
	expect(persist).toHaveBeenCalledOnce();
	const status = { answer, persisted: persists, usage: 5, quota: 50 };
	expect(await storageStatus(db, storage)).toEqual(status);
});

test('the status is known where the browser has nothing to say', async () => {
	const { db } = await bench();
	expect(await persistStorage(db, {})).toBe('unsupported');
	const status = { answer: 'unsupported', persisted: false, usage: null, quota: null };
	expect(await storageStatus(db, {})).toEqual(status);
});

test('of a collection in a storage bucket the bucket is asked, not the site', async () => {
	const name = `bucket ${Date.now()}`;
	const fresh = await newPlace(name);
	if (!fresh) throw new Error('This browser has no storage buckets.');
	const persist = vi.spyOn(navigator.storage, 'persist').mockResolvedValue(true);
	const persisted = vi.spyOn(navigator.storage, 'persisted').mockResolvedValue(true);
	onTestFinished(() => [persist, persisted].forEach((spy) => spy.mockRestore()));
	expect(await storageOf(name)).toBe(navigator.storage);
	await fresh.choose();
	const db = await openDatabase({ name });
	onTestFinished(async () => {
		db.close();
		await fresh.giveUp();
	});
	const bucket = await storageOf(name);
	expect(bucket).not.toBe(navigator.storage);
	const said = (await bucket.persisted?.()) ?? false;
	expect(await storageStatus(db)).toMatchObject({ answer: null, persisted: said });
	const answer = (await bucket.persist?.()) ? 'granted' : 'refused';
	expect(await persistStorage(db)).toBe(answer);
	expect([persist, persisted].map((spy) => spy.mock.calls.length)).toEqual([0, 0]);
});
