import { onTestFinished, expect, test, vi } from 'vitest';
import { columnsOf } from '#lib/domain/log/columns-of.ts';
import type { DeviceId } from '#lib/domain/cards/ids.ts';
import { openDatabase } from '#lib/storage/database/open-database.ts';
import type { Place } from '#lib/storage/database/place.ts';
import { replaceEverything } from '#lib/storage/merging/replace-everything.ts';
import { failWrite } from '#lib/storage/testing/failing-write.ts';
import {
	allRows,
	article,
	bench,
	firstCard,
	rate,
	type Bench,
} from '#lib/storage/testing/testing-store.ts';
import { replaceInPlace } from './replace-in-place.ts';

/** A closed database with an event that stands nowhere else. */
async function closed(): Promise<Bench> {
	const on = await bench();
	await on.store.seed([article(2)]);
	await rate(on, await firstCard(on), 3);
	on.store.close();
	return on;
}

async function rowsOf({ name }: Bench) {
	const db = await openDatabase({ name });
	try {
		return { ...(await allRows(db)), meta: await db.meta.toArray() };
	} finally {
		db.close();
	}
}

/** Puts an empty collection in the place of everything. */
async function emptied({ name }: Bench, place: Place): Promise<void> {
	const db = await openDatabase({ name, place });
	const { reviews, ...content } = nothing;
	try {
		await replaceEverything(
			db,
			'a' as DeviceId,
			{ content, log: columnsOf(reviews) },
			undefined,
			7,
		);
	} finally {
		db.close();
	}
}

const nothing = {
	decks: [],
	notes: [],
	cards: [],
	bases: [],
	reviews: [],
	auditions: [],
	settings: [],
	devices: [],
};

/** From now on the database does not open as it is. */
function lock({ name }: Bench): void {
	const open = indexedDB.open.bind(indexedDB);
	const spy = vi.spyOn(indexedDB, 'open').mockImplementation((asked, version) => {
		// An older version than the one that is there is refused.
		return asked === name && version === undefined ? open(asked, 1) : open(asked, version);
	});
	onTestFinished(() => spy.mockRestore());
}

async function exists({ name }: Bench): Promise<boolean> {
	return (await indexedDB.databases()).some((each) => each.name === name);
}

test.each(['QuotaExceededError', 'UnknownError'] as const)(
	'a restore in place that fails by %s leaves the database as it was',
	async (failure) => {
		const on = await closed();
		const before = await rowsOf(on);
		const replace = vi.fn(async (place: Place) => {
			const failing = failWrite(3, failure);
			await emptied(on, place).finally(failing.repair);
		});
		await expect(replaceInPlace(on.name, replace)).rejects.toThrow();
		expect(replace).toHaveBeenCalledOnce();
		expect(await rowsOf(on)).toEqual(before);
		await replaceInPlace(on.name, (place) => emptied(on, place));
		const after = await rowsOf(on);
		expect(after).toMatchObject({ events: [], cards: [] });
		expect(after.meta).toContainEqual({ key: 'generation', value: 8 });
	},
);

test('a database that does not open any more is made anew', async () => {
	const on = await closed();
	const replace = vi.fn<(place: Place) => Promise<void>>();
	replace.mockRejectedValueOnce(new Error('It does not open.'));
	lock(on);
	await replaceInPlace(on.name, replace);
	expect(replace).toHaveBeenCalledTimes(2);
	expect(await exists(on)).toBe(false);
});

test('a full disk deletes nothing, though the database does not open', async () => {
	const on = await closed();
	const full = new DOMException('There is no space.', 'QuotaExceededError');
	lock(on);
	await expect(replaceInPlace(on.name, () => Promise.reject(full))).rejects.toBe(full);
	expect(await exists(on)).toBe(true);
});
