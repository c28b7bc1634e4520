import { expect, onTestFinished, test } from 'vitest';
import { decodeBackup } from '#lib/exchange/backup.ts';
import { needsUpgrade } from '#lib/storage/database/needs-upgrade.ts';
import { openDatabase } from '#lib/storage/database/open-database.ts';
import { loadFixture, type Fixture } from '#lib/storage/testing/raw-fixture.ts';
import { askCopy } from './ask-copy.ts';
import { keptCopies } from './kept-copies.ts';

const fixtures = import.meta.glob<Fixture>('/tests/fixtures/database-version-1.json', {
	eager: true,
	import: 'default',
});

test('a database of an earlier version is copied whole before it is upgraded', async () => {
	const [fixture] = Object.values(fixtures);
	if (!fixture) throw new Error('There is a fixture.');
	const name = `copy ${Date.now()}`;
	onTestFinished(() => void indexedDB.deleteDatabase(name));
	await loadFixture(name, fixture);
	expect(await needsUpgrade(name)).toBe(true);
	const exportedAt = new Date(0).toISOString();
	await askCopy({ database: name, fileName: 'copy.json', exportedAt });
	const [file] = await keptCopies(name);
	const decoded = decodeBackup((await file?.text()) ?? '');
	if (!decoded.ok) throw new Error(decoded.problems.join(' '));
	expect(decoded.snapshot.reviews).toHaveLength(fixture.stores['events']?.rows.length ?? NaN);
	expect(decoded.snapshot.notes).toEqual(fixture.stores['notes']?.rows);
	const db = await openDatabase({ name });
	expect(await needsUpgrade(name)).toBe(false);
	db.close();
});
