import { expect, onTestFinished, test } from 'vitest';
import { eventChecksum } from '#lib/domain/log/event-checksum.ts';
import { headsOf } from '#lib/domain/log/head.ts';
import { createMemoryModel } from '#lib/domain/memory/fsrs.ts';
import { totalsOf } from '#lib/domain/statistics/totals-of.ts';
import { momentOf } from '#lib/domain/time/moment.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { SCHEMA_VERSION } from '#lib/storage/database/database.ts';
import { eventOfRow } from '#lib/storage/database/event-row.ts';
import { openDatabase } from '#lib/storage/database/open-database.ts';
import { progressFrom } from '#lib/storage/log/progress-from.ts';
import { checkCollection } from '#lib/storage/safety/check-collection.ts';
import { countMends, hasLoss } from '#lib/storage/safety/check-report.ts';
import { Store } from '#lib/storage/store.ts';
import { loadFixture, type Fixture } from './raw-fixture.ts';
import { TestClock } from './testing-store.ts';

const fixtures = import.meta.glob<Fixture>('/tests/fixtures/database-version-*.json', {
	eager: true,
	import: 'default',
});

test.each(Object.entries(fixtures))(
	'the present code opens %s and finds everything',
	async (path, fixture) => {
		const name = `fixture ${path} ${Date.now()}`;
		await loadFixture(name, fixture);
		const db = await openDatabase({ name });
		const clock = new TestClock();
		const store = new Store(db, clock, (count) => crypto.getRandomValues(new Uint8Array(count)));
		onTestFinished(() => {
			store.close();
			indexedDB.deleteDatabase(name);
		});
		const { stores } = fixture;
		const snapshot = await store.exportAll();
		expect(snapshot.decks).toEqual(stores['decks']?.rows);
		expect(snapshot.notes).toEqual(stores['notes']?.rows);
		expect(snapshot.auditions).toEqual(stores['auditions']?.rows);
		expect(snapshot.bases).toEqual(stores['bases']?.rows);
		expect(snapshot.settings).toEqual(stores['settings']?.rows);
		expect(await db.meta.toArray()).toEqual(stores['meta']?.rows);
		expect(snapshot.reviews).toHaveLength(stores['events']?.rows.length ?? NaN);
		expect(snapshot.cards).toHaveLength(stores['cards']?.rows.length ?? NaN);
		const settings = await store.settings();
		expect(settings).toMatchObject({ newPerDay: 3, theme: 'dark' });
		const model = createMemoryModel(settings.parameters);
		const bases = new Map(snapshot.bases.map(({ cardId, progress }) => [cardId, progress]));
		for (const card of snapshot.cards) {
			const base = bases.get(card.id) ?? null;
			const { progress } = progressFrom(base, await store.eventsOf(card.id), model);
			expect(card).toMatchObject(progress);
		}
		const totals = await store.totals(0 as StudyDay, 1e6 as StudyDay);
		expect(totals).toEqual(totalsOf(snapshot.reviews, snapshot.bases));
		for (const row of await db.events.toArray()) {
			expect(row.checksum).toBe(eventChecksum(eventOfRow(row)));
		}
		for (const [id, head] of headsOf(snapshot.reviews)) {
			expect(await db.devices.get(id)).toMatchObject(head);
		}
		const report = await checkCollection(db);
		expect([hasLoss(report), countMends(report.mends)]).toEqual([false, 0]);
		expect(await store.peekUndo()).toMatchObject({ kind: 'suspend' });
		const [last] = [...snapshot.reviews].reverse();
		expect(await store.undo(momentOf(clock, 4))).toMatchObject({ undone: { kind: 'suspend' } });
		const events = await store.sessionEvents(last?.sequence ?? NaN);
		expect(events).toMatchObject([{ kind: 'undo', device: last?.device }]);
	},
);

test('there is a fixture of every released schema', () => {
	const versions = Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1);
	expect(Object.keys(fixtures)).toEqual(
		versions.map((version) => `/tests/fixtures/database-version-${version}.json`),
	);
});

test('the fixture of the present schema has rows in every table', () => {
	const fixture = fixtures[`/tests/fixtures/database-version-${SCHEMA_VERSION}.json`];
	const tables = Object.entries(fixture?.stores ?? {});
	expect(tables).toHaveLength(10);
	for (const [name, store] of tables) expect(store.rows.length, name).toBeGreaterThan(0);
});
