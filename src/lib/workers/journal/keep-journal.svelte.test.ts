import { expect, onTestFinished, test, vi } from 'vitest';
import { defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { headEntries, type Sentinel } from '#lib/domain/safety/sentinel.ts';
import { localSentinel } from '#lib/storage/safety/local-sentinel.ts';
import { presentSentinel } from '#lib/storage/safety/present-sentinel.ts';
import {
	article,
	bench,
	DECK,
	question,
	rate,
	tab,
	type Bench,
} from '#lib/storage/testing/testing-store.ts';
import { askReplay } from '#lib/workers/replaying/ask-replay.ts';
import { ContentRows } from './content-rows.ts';
import { generationFolder, journalFolder } from './journal-folder.ts';
import { surveyJournal } from './journal-survey.ts';
import { JournalKeeper } from './keep-journal.ts';
import { opfsSentinel } from './opfs-sentinel.ts';

const noLoss = (seen: Sentinel) => {
	throw new Error(`Nothing was lost: ${JSON.stringify(seen)}`);
};

async function keeperOn(on: Bench, lost: (seen: Sentinel) => void = noLoss) {
	const keeper = new JournalKeeper(on.store, on.db, await presentSentinel(on.db), {
		lost,
		status: () => undefined,
	});
	onTestFinished(() => keeper.close());
	return keeper;
}

async function surveyOf(on: Bench) {
	const folder = await journalFolder(on.name);
	const { generation } = await presentSentinel(on.db);
	return surveyJournal(await generationFolder(folder, generation));
}

/** Whether the journal holds each event of the database once, and the sentinels say so. */
async function expectCaughtUp(on: Bench): Promise<void> {
	const present = await presentSentinel(on.db);
	const survey = await surveyOf(on);
	expect(Object.fromEntries(survey.heads)).toEqual(present.heads);
	expect(localSentinel(on.name)?.heads).toEqual(present.heads);
	expect((await opfsSentinel(await journalFolder(on.name))).heads).toEqual(present.heads);
}

async function kept(keeper: JournalKeeper): Promise<void> {
	await expect.poll(() => keeper.status.state).toBe('kept');
	await keeper.settled();
}

async function rateAll(on: Bench): Promise<void> {
	for (const card of await on.store.cardsOf(DECK)) await rate(on, card, 3);
}

test('every commit has its second copy in OPFS, and sentinels in OPFS and localStorage', async () => {
	const on = await bench();
	await on.store.seed([article(6)]);
	const keeper = await keeperOn(on);
	await kept(keeper);
	await rateAll(on);
	await on.store.undo(on.clock.moment());
	await keeper.settled();
	expect(headEntries((await presentSentinel(on.db)).heads)).toHaveLength(1);
	await expectCaughtUp(on);
});

test('what was committed before the journal was there is caught up with', async () => {
	const on = await bench();
	await on.store.seed([article(6)]);
	await rateAll(on);
	await kept(await keeperOn(on));
	await expectCaughtUp(on);
});

test('several tabs keep one journal together, and the end of one takes nothing away', async () => {
	const one = await bench();
	await one.store.seed([article(12)]);
	const other = await tab(one);
	const keepers = [await keeperOn(one), await keeperOn(other)] as const;
	await kept(keepers[0]);
	await kept(keepers[1]);
	const cards = await one.store.cardsOf(DECK);
	for (const [index, card] of cards.entries()) await rate(index % 2 ? one : other, card, 3);
	await keepers[1].settled();
	keepers[1].close();
	await rateAll(one);
	await keepers[0].settled();
	await expectCaughtUp(one);
});

test('notes, decks and settings that a person made are in the journal, untouched ones are not', async () => {
	const on = await bench();
	await on.store.seed([article(3)]);
	const keeper = await keeperOn(on);
	await kept(keeper);
	await on.store.saveNote({ ...question(1), tags: ['mine'] });
	await on.store.deleteNote(question(2).id);
	await on.store.changeSettings({ newPerDay: 3 });
	await keeper.settled();
	const rows = new ContentRows((await surveyOf(on)).rows);
	expect(rows.of('notes')).toEqual([
		await on.db.notes.get(question(1).id),
		await on.db.notes.get(question(2).id),
	]);
	expect(rows.of('decks')).toEqual([]);
	expect(rows.of('settings')).toEqual(await on.db.settings.toArray());
});

test('new parameters that a worker stored are in the journal, whatever is answered meanwhile', async () => {
	const on = await bench();
	await on.store.seed([article(3)]);
	const keeper = await keeperOn(on);
	await kept(keeper);
	await rateAll(on);
	const parameters = defaultParameters.with(2, 9);
	const request = { database: on.name, changes: { parameters }, now: on.clock.at };
	await askReplay(request, () => undefined, new AbortController().signal);
	await rateAll(on);
	const journaled = async () => new ContentRows((await surveyOf(on)).rows).of('settings');
	await expect.poll(journaled).toEqual(await on.db.settings.toArray());
	expect(await on.db.settings.get('parameters')).toMatchObject({ value: parameters });
	await keeper.settled();
	await expectCaughtUp(on);
});

test('answers don’t hide that a setting of a tab that died is not in the journal yet', async () => {
	const on = await bench();
	await on.store.seed([article(3)]);
	const keeper = await keeperOn(on);
	await kept(keeper);
	const dying = await tab(on);
	await dying.store.changeSettings({ newPerDay: 3 });
	dying.store.close();
	await rateAll(on);
	await keeper.settled();
	keeper.close();
	await kept(await keeperOn(on));
	const rows = new ContentRows((await surveyOf(on)).rows);
	expect(rows.of('settings')).toEqual(await on.db.settings.toArray());
	expect(rows.of('settings')).toHaveLength(1);
});

test('a tab follows what another replaced, though that one is gone', async () => {
	const on = await bench();
	await on.store.seed([article(4)]);
	const keeper = await keeperOn(on);
	await kept(keeper);
	await on.store.changeSettings({ newPerDay: 3 });
	const other = await tab(on);
	await other.store.replaceAll(await on.store.exportAll());
	other.store.close();
	const journaled = async () => new ContentRows((await surveyOf(on)).rows).of('settings');
	await expect.poll(journaled).toEqual(await on.db.settings.toArray());
	await rateAll(on);
	await keeper.settled();
	await expectCaughtUp(on);
});

test('a restore begins a new generation of the journal, which holds what was restored', async () => {
	const on = await bench();
	await on.store.seed([article(4)]);
	const keeper = await keeperOn(on);
	await kept(keeper);
	const before = await on.store.exportAll();
	await rateAll(on);
	await on.store.replaceAll(before);
	await keeper.settled();
	expect((await opfsSentinel(await journalFolder(on.name))).generation).toBe(1);
	await expectCaughtUp(on);
	expect(keeper.status.state).toBe('kept');
});

test('a database that holds less than OPFS has seen is told of, and nothing more is written', async () => {
	const on = await bench();
	await on.store.seed([article(4)]);
	const first = await keeperOn(on);
	await kept(first);
	await rateAll(on);
	await first.settled();
	const seen = await presentSentinel(on.db);
	first.close();
	await on.db.devices.toCollection().modify({ count: 1, hash: 5 });
	const lost = vi.fn<(seen: Sentinel) => void>();
	const second = await keeperOn(on, lost);
	await expect.poll(() => lost).toHaveBeenCalledOnce();
	expect(lost.mock.calls[0]?.[0]?.heads).toEqual(seen.heads);
	expect(second.status.state).toBe('lost');
});
