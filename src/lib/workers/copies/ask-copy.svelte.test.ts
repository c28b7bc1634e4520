import { expect, onTestFinished, test, vi } from 'vitest';
import { decodeBackup } from '#lib/exchange/backup.ts';
import { needsUpgrade } from '#lib/storage/database/needs-upgrade.ts';
import { openDatabase } from '#lib/storage/database/open-database.ts';
import { loadFixture, type Fixture } from '#lib/storage/testing/raw-fixture.ts';
import { journalFolder } from '#lib/workers/journal/journal-folder.ts';
import { askCopy, askCopyFile } from './ask-copy.ts';
import { copiesFolder, copiesIn, keptCopies } from './kept-copies.ts';

const fixtures = import.meta.glob<Fixture>('/tests/fixtures/database-version-1.json', {
	eager: true,
	import: 'default',
});
const [fixture = { nativeVersion: 0, stores: {} }] = Object.values(fixtures);
const EVENTS = fixture.stores['events']?.rows.length ?? NaN;
const exportedAt = new Date(0).toISOString();

/** A database of version 1, without its last events where fewer are wanted. */
async function database(events = EVENTS): Promise<string> {
	const name = `copy ${Date.now()} ${Math.random()}`;
	onTestFinished(() => void indexedDB.deleteDatabase(name));
	await refill(name, events);
	return name;
}

async function refill(name: string, count: number): Promise<void> {
	const deleting = indexedDB.deleteDatabase(name);
	await new Promise((resolve) => (deleting.onsuccess = resolve));
	const { events, ...stores } = fixture.stores;
	if (!events) throw new Error('The fixture has events.');
	const fewer = { ...events, rows: events.rows.slice(0, count) };
	await loadFixture(name, { ...fixture, stores: { ...stores, events: fewer } });
}

const copy = (name: string) => askCopy({ database: name, fileName: 'copy.json', exportedAt });
const namesOf = async (name: string) => (await keptCopies(name)).map((each) => each.name).sort();

test('a database of an earlier version is copied whole before it is upgraded', async () => {
	const name = await database();
	expect(await needsUpgrade(name)).toBe(true);
	await copy(name);
	const [kept] = await keptCopies(name);
	expect(kept).toMatchObject({ name: `copy-${EVENTS}-entries.json`, entries: EVENTS });
	const text = (await kept?.file.text()) ?? '';
	expect(text).toBe(await (await askCopyFile({ database: name, exportedAt })).text());
	const decoded = decodeBackup(text);
	if (!decoded.ok) throw new Error(decoded.problems.join(' '));
	expect(decoded.snapshot.reviews).toHaveLength(EVENTS);
	expect(decoded.snapshot.notes).toEqual(fixture.stores['notes']?.rows);
	const db = await openDatabase({ name });
	expect(await needsUpgrade(name)).toBe(false);
	db.close();
});

test('a browser that lists no databases tells all the same that one waits to be upgraded', async () => {
	const databases = vi.spyOn(IDBFactory.prototype, 'databases');
	onTestFinished(() => databases.mockRestore());
	databases.mockRejectedValue(new Error('Not told.'));
	const name = await database();
	expect(await needsUpgrade(name)).toBe(true);
	expect(await needsUpgrade(`${name} that is not there`)).toBe(false);
	(await openDatabase({ name })).close();
	expect(await needsUpgrade(name)).toBe(false);
});

test('three copies are kept, and none that holds less takes the place of the one that holds most', async () => {
	const name = await database();
	await copy(name);
	await refill(name, 3);
	for (let turn = 0; turn < 4; turn++) await copy(name);
	const kept = await keptCopies(name);
	expect(kept.map(({ entries }) => entries)).toEqual([3, 3, EVENTS]);
});

test('a copy that was cut off is none, and goes with the next', async () => {
	const name = await database();
	await copy(name);
	const folder = await copiesFolder(name);
	const text = (await (await keptCopies(name))[0]?.file.text()) ?? '';
	const half = await (await folder.getFileHandle('half.json', { create: true })).createWritable();
	await half.write(text.slice(0, -1));
	await half.close();
	expect(await namesOf(name)).toEqual([`copy-${EVENTS}-entries.json`]);
	expect((await copiesIn(folder)).cut).toEqual(['half.json']);
	await copy(name);
	expect((await copiesIn(folder)).cut).toEqual([]);
	expect(await namesOf(name)).toHaveLength(2);
});

test('where nothing can be kept, the reason is told', async () => {
	const name = await database();
	// A file where the folder should be.
	await (await journalFolder(name)).getFileHandle('copies', { create: true });
	await expect(copy(name)).rejects.toThrow('This browser has no place to keep it.');
	expect(await keptCopies(name)).toEqual([]);
	const file = await askCopyFile({ database: name, exportedAt });
	expect(await file.text()).toContain('"green-room-backup"');
});
