import { expect, test, vi } from 'vitest';
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
