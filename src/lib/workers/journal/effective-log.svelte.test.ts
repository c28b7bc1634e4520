import { expect, test } from 'vitest';
import { cardId, noteId, type CardId } from '#lib/domain/cards/ids.ts';
import { effectiveEvents } from '#lib/domain/log/effective-events.ts';
import type { EffectiveEvents } from '#lib/domain/log/effective-by-card.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import type { Rating } from '#lib/domain/memory/rating.ts';
import { createMemoryModel, defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { HistoryBuilder } from '#lib/domain/optimizer/history-builder.ts';
import { seededRandom } from '#lib/domain/optimizer/seeded-random.ts';
import { CalibrationCount } from '#lib/domain/statistics/calibration.ts';
import { totalsOf } from '#lib/domain/statistics/totals-of.ts';
import { article, bench, DAY, DECK, MINUTE, rated } from '#lib/storage/testing/testing-store.ts';
import { readHistories } from '#lib/workers/fitting/read-histories.ts';
import { longStatistics } from '#lib/workers/statistics/long-statistics.ts';
import { effectiveLog } from './effective-log.ts';
import { seal } from './testing-seal.ts';

/** Some weeks with four cards, by chance: answers, drills, and much that is taken back. */
async function lived(seed: number) {
	const random = seededRandom(seed);
	const on = await bench();
	await on.store.seed([article(4)]);
	for (let act = 0; act < 70; act++) {
		const cards = await on.store.cardsOf(DECK);
		const card = cards[Math.floor(random() * cards.length)];
		if (!card) throw new Error('The deck has cards.');
		const chance = random();
		if (chance < 0.6) await rated(on, card, (1 + Math.floor(random() * 4)) as Rating);
		else if (chance < 0.8) await on.store.undo(on.clock.moment());
		else
			await on.store.practice({
				moment: on.clock.moment(),
				cardId: card.id,
				deckId: DECK,
				drill: 'recap',
				rating: random() < 0.5 ? 1 : 3,
				durationMs: 900,
				confusedWith: null,
			});
		on.clock.pass(random() < 0.5 ? MINUTE : Math.floor(random() * 12) * DAY);
	}
	return { on, log: (await on.store.exportAll()).reviews };
}

/** The same, of one row after another. */
function byRows(log: readonly LogEvent[]): EffectiveEvents[] {
	const ids = [...new Set(log.map((event) => event.cardId))].sort();
	return ids.map((id) => ({
		cardId: id,
		events: effectiveEvents(log.filter((event) => event.cardId === id)),
	}));
}

async function all<T>(from: AsyncIterable<T>): Promise<T[]> {
	const found: T[] = [];
	for await (const one of from) found.push(one);
	return found;
}

const quiet = () => undefined;

test('fit, calibration and totals of sealed segments and their tail are those of the rows', async () => {
	for (const seed of [1, 2, 3]) {
		const { on, log } = await lived(seed);
		expect(log.some(({ kind }) => kind === 'undo')).toBe(true);
		await seal(on, log.slice(0, 20));
		await seal(on, log.slice(20, 45));
		const byCard = byRows(log);
		const histories = new HistoryBuilder();
		const calibration = new CalibrationCount(createMemoryModel(defaultParameters));
		for (const { events } of byCard) {
			histories.add(events);
			calibration.addCard(events);
		}
		const count = {
			scope: { kind: 'all' },
			now: on.clock.now(),
			today: on.clock.moment().studyDay,
			parameters: defaultParameters,
		} as const;
		expect(await all(effectiveLog(on.db, null, quiet))).toEqual(byCard);
		expect(await readHistories(on.db, quiet)).toEqual(histories.finish());
		expect(await longStatistics.calibration(on.db, count, quiet)).toEqual(calibration.calibration);
		expect(await longStatistics.totals(on.db, count, quiet)).toEqual(totalsOf(log));
		expect(calibration.calibration.reviews).toBeGreaterThan(5);
	}
});

test('what is sealed is not read row by row, and progress ends at the whole', async () => {
	const { on, log } = await lived(4);
	await seal(on, log);
	await on.db.events.clear();
	const shares: number[] = [];
	const read = await all(effectiveLog(on.db, null, (share) => shares.push(share)));
	expect(read).toEqual(byRows(log));
	expect(shares).toEqual(shares.toSorted((a, b) => a - b));
	expect(shares.at(-1)).toBe(1);
});

test('of few cards the rows are read, of many the segments, and they say the same', async () => {
	const { on, log } = await lived(5);
	await seal(on, log.slice(0, 30));
	const [first] = byRows(log);
	if (!first) throw new Error('Something was done.');
	const few = new Set([first.cardId]);
	const others = Array.from({ length: 1000 }, (_, index) => cardId(noteId(`n${index}`), 'answer'));
	const many = new Set<CardId>([first.cardId, ...others]);
	expect(await all(effectiveLog(on.db, few, quiet))).toEqual([first]);
	expect(await all(effectiveLog(on.db, many, quiet))).toEqual([first]);
});

test('an empty log has nothing to tell', async () => {
	const on = await bench();
	expect(await all(effectiveLog(on.db, null, quiet))).toEqual([]);
});
