import { describe, expect, test } from 'vitest';
import { deckId } from '#lib/domain/cards/ids.ts';
import {
	article,
	bench,
	DAY,
	DECK,
	firstCard,
	rated,
	type Bench,
} from '#lib/storage/testing-store.ts';
import { readNextAudition } from './next-audition.ts';
import { appOn } from './testing-app.ts';

async function day(cards: number) {
	const on = await bench();
	await on.store.seed([article(cards)]);
	return on;
}

const next = async (on: Bench) => readNextAudition(await appOn(on));

test('there is none by default', async () => {
	expect(await next(await day(1))).toBeNull();
});

describe('the next audition', () => {
	const save = ({ store, clock }: Bench, name: string, inDays: number, decks: string[] | null) =>
		store.saveAudition({
			id: null,
			name,
			at: clock.at + inDays * DAY,
			deckIds: decks?.map(deckId) ?? null,
		});

	test('is the soonest ahead, with the days that are left', async () => {
		const on = await day(3);
		await save(on, 'Over', -1, null);
		await save(on, 'Later', 9, null);
		await save(on, 'Soon', 2, null);
		expect(await next(on)).toMatchObject({
			audition: { name: 'Soon' },
			daysLeft: 2,
			readiness: 0,
		});
		on.clock.pass(2 * DAY - 1);
		expect(await next(on)).toMatchObject({ audition: { name: 'Soon' }, daysLeft: 0 });
	});

	test('counts study days, so that tonight after midnight is still today', async () => {
		const on = await day(3);
		// It is ten in the morning; at three at night today is not over.
		await save(on, 'Late show', 17 / 24, null);
		expect((await next(on))?.daysLeft).toBe(0);
	});

	test('has the readiness of its own decks', async () => {
		const on = await day(2);
		await on.store.seed([article(2), article(2, deckId('sides'))]);
		await rated(on, await firstCard(on), 4);
		await save(on, 'Own', 1, [DECK]);
		const own = (await next(on))?.readiness ?? NaN;
		expect(own).toBeGreaterThan(0.4);
		expect(own).toBeLessThan(0.5);
		await save(on, 'Sooner, all decks', 0.5, null);
		expect((await next(on))?.readiness).toBeCloseTo(own / 2, 1);
	});

	test('of decks without cards has no readiness', async () => {
		const on = await day(1);
		await save(on, 'Empty', 1, ['gone']);
		expect((await next(on))?.readiness).toBeNull();
	});
});
