import { expect, onTestFinished, test } from 'vitest';
import { cardId, noteId } from '#lib/domain/cards/ids.ts';
import { moveDueDates } from '#lib/storage/answering/reschedule-cards.ts';
import { KnownRows } from '#lib/storage/context/known-rows.ts';
import { SchedulingRules } from '#lib/storage/context/scheduling-rules.ts';
import { knownDevice } from '#lib/storage/log/own-device.ts';
import { checkCollection } from '#lib/storage/safety/check-collection.ts';
import { hasLoss } from '#lib/storage/safety/check-report.ts';
import { presentSentinel } from '#lib/storage/safety/present-sentinel.ts';
import { failWrite } from '#lib/storage/testing/failing-write.ts';
import {
	allRows,
	article,
	bench,
	firstCard,
	rate,
	type Bench,
} from '#lib/storage/testing/testing-store.ts';
import { generationFolder, journalFolder } from '#lib/workers/journal/journal-folder.ts';
import { surveyJournal } from '#lib/workers/journal/journal-survey.ts';
import { JournalKeeper } from '#lib/workers/journal/keep-journal.ts';
import { askMove, type MoveRequest } from './ask-move.ts';

/** More than are stored at once. */
const MANY = 1200;

/** A card in review, and many that stand like it, whose due dates another retention would move. */
async function movable(count = MANY): Promise<Bench> {
	const on = await bench();
	await on.store.seed([article(1)]);
	await rate(on, await firstCard(on), 4);
	const [row] = await on.db.cards.toArray();
	if (!row) throw new Error('There is a card.');
	const like = Array.from({ length: count - 1 }, (_, index) => {
		const note = noteId(`like ${index}`);
		return { ...row, id: cardId(note, 'answer'), noteId: note };
	});
	await on.db.cards.bulkAdd(like);
	await on.store.changeSettings({ desiredRetention: 0.7 });
	return on;
}

function ask(
	on: Bench,
	act: MoveRequest['act'],
	told: (share: number) => void = () => undefined,
	signal = new AbortController().signal,
) {
	const request = { database: on.name, moment: on.clock.moment(), act };
	return askMove(request, (done, of) => told(done / of), signal);
}

/** What the store works with. @param meanwhile done whenever the device is asked for */
async function contextOf({ db, clock }: Bench, meanwhile = () => Promise.resolve()) {
	const device = await knownDevice(db);
	if (device === null) throw new Error('There is a device.');
	return {
		db,
		clock,
		randomBytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
		rules: new SchedulingRules(db),
		known: new KnownRows(),
		device: () => meanwhile().then(() => device),
		announce: () => undefined,
	};
}

test('the worker counts and moves due dates, by an event each, and says how far it is', async () => {
	const on = await movable();
	const shares: number[] = [];
	const count = await ask(on, 'count', (share) => shares.push(share));
	expect(count).toBeGreaterThan(MANY / 2);
	expect(shares.at(-1)).toBe(1);
	expect(await on.db.events.count()).toBe(1);
	shares.length = 0;
	expect(await ask(on, 'move', (share) => shares.push(share))).toBe(count);
	expect(shares.at(-1)).toBe(1);
	expect(shares).toEqual([...shares].sort((a, b) => a - b));
	expect(await on.db.events.count()).toBe(1 + (count ?? 0));
	expect(await ask(on, 'count')).toBe(0);
	const report = await checkCollection(on.db);
	expect(hasLoss(report)).toBe(false);
	expect(report.mends.devices).toEqual([]);
});

test('a write that fails after the first thousand leaves every due date and the log as they were', async () => {
	const on = await movable();
	const before = await allRows(on.db);
	const failing = failWrite(2100, 'QuotaExceededError');
	await expect(on.store.moveDueDates(on.clock.moment())).rejects.toThrow();
	failing.repair();
	expect(failing.writes()).toBeGreaterThanOrEqual(2100);
	expect(await allRows(on.db)).toEqual(before);
	expect(await on.store.moveDueDates(on.clock.moment())).toBeGreaterThan(MANY / 2);
});

test('given up while it stores, it changes nothing', async () => {
	const on = await movable();
	const before = await allRows(on.db);
	const moving = moveDueDates(await contextOf(on), on.clock.moment(), (done, of) => {
		if (done > of / 2) throw new Error('Enough.');
	});
	await expect(moving).rejects.toThrow('Enough.');
	expect(await allRows(on.db)).toEqual(before);
});

test('asked to stop, the worker says whether it was in time', async () => {
	const on = await movable();
	const before = await allRows(on.db);
	const controller = new AbortController();
	const moved = await ask(on, 'move', () => controller.abort(), controller.signal);
	const after = await allRows(on.db);
	if (moved === null) expect(after).toEqual(before);
	else expect(after['events']).toHaveLength(1 + moved);
});

test('a card that was answered meanwhile keeps what its answer promised', async () => {
	const on = await movable(1);
	const moment = on.clock.moment();
	let asked = 0;
	const context = await contextOf(on, async () => {
		// Between working it out and storing it.
		if (++asked === 2) await rate(on, await firstCard(on), 4);
	});
	expect(await ask(on, 'count')).toBe(1);
	expect(await moveDueDates(context, moment)).toBe(0);
	expect((await on.db.events.toArray()).map(({ kind }) => kind)).toEqual(['review', 'review']);
});

test('the journal has every one of these events, and the sentinels know of them', async () => {
	const on = await movable();
	const keeper = new JournalKeeper(on.store, on.db, await presentSentinel(on.db), {
		lost: () => undefined,
		status: () => undefined,
	});
	onTestFinished(() => keeper.close());
	await expect.poll(() => keeper.status.state).toBe('kept');
	const moved = (await ask(on, 'move')) ?? 0;
	const { heads } = await presentSentinel(on.db);
	const journaled = async () => {
		const folder = await generationFolder(await journalFolder(on.name), 0);
		return Object.fromEntries((await surveyJournal(folder)).heads);
	};
	await expect.poll(journaled).toEqual(heads);
	expect(Object.values(heads)[0]?.count).toBe(1 + moved);
});
