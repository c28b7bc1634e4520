import { expect, onTestFinished, test } from 'vitest';
import { SCHEMA_VERSION } from '#lib/storage/database/database.ts';
import { openDatabase } from '#lib/storage/database/open-database.ts';
import { failures, failWrite } from './failing-write.ts';
import { dumpDatabase, loadFixture, type Fixture } from './raw-fixture.ts';
import { allRows } from './testing-store.ts';

const fixtures = import.meta.glob<Fixture>('/tests/fixtures/database-version-*.json', {
	eager: true,
	import: 'default',
});
const old = Object.entries(fixtures).filter(
	([, { nativeVersion }]) => nativeVersion < SCHEMA_VERSION * 10,
);
const cases = old.flatMap(([path, fixture]) =>
	failures.map((failure) => [path, failure, fixture] as const),
);

/** More than an upgrade takes. */
const MOST_WRITES = 2000;

test.each(cases)(
	'an upgrade of %s that breaks off by %s at any write leaves what was there, and the next goes through',
	async (path, failure, fixture) => {
		const name = `upgrade ${path} ${failure} ${Date.now()}`;
		onTestFinished(() => void indexedDB.deleteDatabase(name));
		await loadFixture(name, fixture);
		const before = await rawRows(name);
		let opened = null;
		let broken = 0;
		// Every write at first, then in longer strides: an upgrade writes every event.
		for (let n = 1; n < MOST_WRITES; n = n < 30 ? n + 1 : Math.ceil(n * 1.2)) {
			const failing = failWrite(n, failure);
			opened = await openDatabase({ name }).catch(() => null);
			failing.repair();
			if (opened !== null) break;
			broken++;
			expect(await rawRows(name)).toEqual(before);
		}
		if (opened === null) throw new Error('It never opened.');
		expect((await allRows(opened))['events']).toHaveLength(
			fixture.stores['events']?.rows.length ?? -1,
		);
		opened.close();
		expect(broken).toBeGreaterThan(3);
	},
);

async function rawRows(name: string): Promise<Fixture> {
	const db = await new Promise<IDBDatabase>((resolve, reject) => {
		const request = indexedDB.open(name);
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('It does not open.'));
	});
	const rows = await dumpDatabase(db);
	db.close();
	return rows;
}
