import { expect, onTestFinished, test } from 'vitest';
import { plainAudition } from '#lib/domain/audition/audition.ts';
import { auditionId, noteId } from '#lib/domain/cards/ids.ts';
import { presentSentinel } from '#lib/storage/safety/present-sentinel.ts';
import {
	allRows,
	article,
	bench,
	DECK,
	question,
	rate,
	type Bench,
} from '#lib/storage/testing/testing-store.ts';
import { JournalKeeper } from '#lib/workers/journal/keep-journal.ts';
import { askCheck, type CheckResult } from './ask-check.ts';

/** A collection with something of a person's own in every table, all of it in the second copy. */
async function collection(): Promise<Bench> {
	const elsewhere = await bench();
	await elsewhere.store.seed([article(3)]);
	for (const card of await elsewhere.store.cardsOf(DECK)) await rate(elsewhere, card, 3);
	const file = await elsewhere.store.exportAll();
	const bases = file.cards.map((card) => {
		const { id: cardId, noteId: _, deckId: __, kind: ___, position: ____, ...progress } = card;
		return { cardId, progress };
	});
	const on = await bench();
	const keeper = new JournalKeeper(on.store, on.db, await presentSentinel(on.db), {
		lost: () => undefined,
		status: () => undefined,
	});
	onTestFinished(() => keeper.close());
	await on.store.seed([article(3)]);
	await expect.poll(() => keeper.status.state).toBe('kept');
	await on.store.merge({ ...file, reviews: [], devices: [], bases });
	await on.store.saveNote({ ...question(0), tags: ['mine'] });
	await on.store.changeSettings({ newPerDay: 7 });
	await on.store.renameDeck(DECK, 'Mine');
	const id = auditionId('hedda');
	await on.store.saveAudition({ ...plainAudition, id, name: 'Hedda', at: on.clock.at + 1e9 });
	for (const card of await on.store.cardsOf(DECK)) await rate(on, card, 3);
	await keeper.settled();
	return on;
}

function check({ name }: Bench, mend = true): Promise<CheckResult> {
	return askCheck({ database: name, mend }, () => undefined, new AbortController().signal);
}

/** Everything but how often settings were changed. */
async function rows(on: Bench) {
	const { devices: _devices, ...rest } = await allRows(on.db);
	return rest;
}

const sound = { cards: 0, days: 0, counters: 0, records: 0, undo: false, mended: false };

test('a sound collection agrees with its second copy', async () => {
	const on = await collection();
	expect((await rows(on))['bases']).toHaveLength(3);
	expect(await check(on)).toMatchObject({ events: 3, damaged: 0, missing: 0, ...sound });
});

const NOTE = noteId(`${DECK}.q0`);

/** A table, the key of a row in it, and what is changed in the row; null: it goes. */
const harms: Readonly<Record<string, readonly [string, string, object | null]>> = {
	'a base that says otherwise': ['bases', `${NOTE}/answer`, { progress: { reps: 1, lapses: 6 } }],
	'a base that is gone': ['bases', `${NOTE}/answer`, null],
	'a note with another text': ['notes', NOTE, { value: { tags: ['theirs'] } }],
	'a note that is gone': ['notes', NOTE, null],
	'a deck with another name': ['decks', DECK, { value: { name: 'Yours' } }],
	'a deck that is gone': ['decks', DECK, null],
	'an audition on another day': ['auditions', 'hedda', { value: { at: 5 } }],
	'a setting with another value': ['settings', 'newPerDay', { value: 9 }],
	'a setting that is gone': ['settings', 'newPerDay', null],
};

/** Past the app's own code, which would tell the second copy. */
async function harm({ db }: Bench, table: string, key: string, change: object | null) {
	const row: unknown = await db.table(table).get(key);
	const transaction = db.backendDB().transaction(table, 'readwrite');
	const store = transaction.objectStore(table);
	if (change === null) store.delete(key);
	else store.put(changed(row as Row, change as Row));
	await new Promise((resolve) => (transaction.oncomplete = resolve));
}

type Row = Readonly<Record<string, unknown>>;

function changed(row: Row, change: Row): Row {
	const parts = Object.entries(change).map(([key, value]): [string, unknown] => {
		const isWhole = typeof value !== 'object' || value === null || Array.isArray(value);
		return [key, isWhole ? value : { ...(row[key] as Row), ...value }];
	});
	return { ...row, ...Object.fromEntries(parts) };
}

test.each(Object.entries(harms))(
	'%s is put right from the second copy',
	async (_name, [table, key, change]) => {
		const on = await collection();
		const before = await rows(on);
		await harm(on, table, key, change);
		expect(await rows(on)).not.toEqual(before);
		expect(await check(on, false)).toMatchObject({ records: 1, mended: false });
		expect(await check(on)).toMatchObject({ records: 1, mended: true });
		expect(await rows(on)).toEqual(before);
		expect(await check(on)).toMatchObject(sound);
	},
);

test('what was written later than the second copy knows stays', async () => {
	const on = await collection();
	const later = await on.db.settings.get('newPerDay');
	if (!later) throw new Error('It is set.');
	await on.db.settings.put({ ...later, value: 3, stamp: `f${later.stamp.slice(1)}` as never });
	expect(await check(on)).toMatchObject(sound);
	expect(await on.db.settings.get('newPerDay')).toMatchObject({ value: 3 });
});
