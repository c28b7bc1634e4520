import { describe, expect, test, vi } from 'vitest';
import { PACE_DAYS } from '#lib/domain/planning/study-pace.ts';
import { makeDailyPlan } from '#lib/storage/planning/make-daily-plan.ts';
import {
	article,
	bench,
	DAY,
	DECK,
	firstCard,
	rated,
	type Bench,
} from '#lib/storage/testing/testing-store.ts';
import { readNextAudition } from './next-audition.ts';
import { appOn } from './testing-app.ts';
import { readToday } from './today.ts';

async function day(cards: number, newPerDay = 10) {
	const on = await bench();
	await on.store.seed([article(cards)]);
	await on.store.changeSettings({ newPerDay });
	return on;
}

const today = async (on: Bench) => readToday(await appOn(on));

async function practise({ store, clock }: Bench, times: number) {
	const card = await firstCard({ store, clock } as Bench);
	for (let done = 0; done < times; done++) {
		await store.practice({
			cardId: card.id,
			deckId: DECK,
			drill: 'recap',
			rating: 3,
			durationMs: 1000,
			confusedWith: null,
			moment: clock.moment(),
		});
	}
}

async function rateNew(on: Bench, count: number, rating: 1 | 3 | 4) {
	const { fresh } = await on.store.gather(null, on.clock.moment());
	for (const card of fresh.slice(0, count)) await rated(on, card, rating);
}

test('a first visit has the new cards of the day, and asks for nothing', async () => {
	const on = await day(12);
	expect(await today(on)).toMatchObject({
		counts: { new: 10, learning: 0, review: 0 },
		minutes: 5,
		studyDay: on.clock.moment().studyDay,
		isFirstVisit: true,
		backupReason: null,
	});
});

test('cards are counted as new, learning and review', async () => {
	const on = await day(12);
	await rateNew(on, 2, 4);
	on.clock.pass(40 * DAY);
	await rateNew(on, 3, 1);
	const { counts, isFirstVisit } = await today(on);
	expect(counts).toEqual({ new: 7, learning: 3, review: 2 });
	expect(isFirstVisit).toBe(false);
});

describe('the minutes', () => {
	test('are none when nothing is due', async () => {
		expect((await today(await day(0))).minutes).toBeNull();
	});

	test('are at least one', async () => {
		expect((await today(await day(1))).minutes).toBe(1);
	});

	test('go by one’s own pace once there is one', async () => {
		const on = await day(60, 60);
		// Half a minute for each new card, with its steps.
		expect((await today(on)).minutes).toBe(30);
		await rateNew(on, 29, 4);
		expect((await today(on)).minutes).toBe(16);
		await rateNew(on, 1, 4);
		// Thirty answers of four seconds each: half the usual time.
		expect((await today(on)).minutes).toBe(8);
		on.clock.pass(PACE_DAYS * DAY);
		const { counts, minutes } = await today(on);
		const usual = counts.new * 30 + counts.review * (0.9 * 8 + 0.1 * 20);
		expect(minutes).toBe(Math.ceil(usual / 60));
	});

	test('are those of the plan when all cards of today are for one audition', async () => {
		const on = await day(12);
		await on.store.saveAudition({ id: null, name: 'Hedda', at: on.clock.at + 6 * DAY });
		const { clock } = on;
		await on.store.refreshPlan(clock.moment(), ({ moment }) =>
			makeDailyPlan(on.db, clock.utcOffsetMinutes, moment),
		);
		const app = await appOn(on);
		expect((await readToday(app)).minutes).toBe((await readNextAudition(app))?.minutesToday);
	});
});

test('the last seven days tell answers and practice, the oldest first', async () => {
	const on = await day(12);
	await rateNew(on, 3, 4);
	on.clock.pass(DAY);
	await rateNew(on, 1, 4);
	await practise(on, 2);
	on.clock.pass(5 * DAY);
	await practise(on, 1);
	const { days, studyDay } = await today(on);
	expect(days.map(({ answers }) => answers)).toEqual([3, 3, 0, 0, 0, 0, 1]);
	expect(days.map((each) => studyDay - each.studyDay)).toEqual([6, 5, 4, 3, 2, 1, 0]);
	on.clock.pass(DAY);
	expect((await today(on)).days.map(({ answers }) => answers)).toEqual([3, 0, 0, 0, 0, 1, 0]);
});

test('when the day’s new cards are done, a few more can be asked for, today only', async () => {
	const on = await day(25);
	expect((await today(on)).more).toBe(0);
	await rateNew(on, 10, 4);
	expect(await today(on)).toMatchObject({ counts: { new: 0 }, more: 10 });
	await on.store.allowMore(on.clock.moment(), 10);
	expect(await today(on)).toMatchObject({ counts: { new: 10 }, more: 0 });
	await rateNew(on, 10, 4);
	expect(await today(on)).toMatchObject({ counts: { new: 0 }, more: 5 });
	on.clock.pass(DAY);
	expect(await today(on)).toMatchObject({ counts: { new: 5 }, more: 0 });
});

describe('a backup is worth asking for', () => {
	const reason = async (on: Bench) => (await today(on)).backupReason;
	const browserSays = (on: Bench, persisted: boolean) =>
		vi.spyOn(on.store, 'storageStatus').mockResolvedValue({
			answer: persisted ? 'granted' : 'refused',
			persisted,
			usage: null,
			quota: null,
		});

	test('once fifty answers are worth one, and two weeks after the last', async () => {
		const on = await day(3);
		browserSays(on, true);
		await practise(on, 49);
		expect(await reason(on)).toBeNull();
		await practise(on, 1);
		expect(await reason(on)).toBe('overdue');
		await on.store.setLastBackupAt(on.clock.at);
		on.clock.pass(14 * DAY);
		expect(await reason(on)).toBeNull();
		on.clock.pass(1);
		expect(await reason(on)).toBe('overdue');
	});

	test('sooner where the browser may clear the cards', async () => {
		const on = await day(3);
		browserSays(on, false);
		await practise(on, 9);
		expect(await reason(on)).toBeNull();
		await practise(on, 1);
		expect(await reason(on)).toBe('may be cleared');
		await on.store.setLastBackupAt(on.clock.at);
		expect(await reason(on)).toBeNull();
	});
});
