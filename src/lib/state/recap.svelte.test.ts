import { describe, expect, test } from 'vitest';
import { deckId } from '#lib/domain/cards/ids.ts';
import { article, bench, DECK, note } from '#lib/storage/testing/testing-store.ts';
import { Recap } from './recap.svelte.ts';
import { appOn } from './testing-app.ts';
import {
	BREATHE,
	KNOW,
	LISTEN,
	SECOND,
	phase,
	points,
	recapNote,
	recapping,
	shownKeys,
} from './testing-recap.ts';

test('only decks with something to recap are offered, the first of them at once', async () => {
	const { recap } = await recapping(null);
	expect(recap.decks?.map(({ deck }) => deck.id)).toEqual([DECK]);
	expect(recap.chosen?.points.map(({ text }) => text)).toEqual([
		'Listen',
		'Breathe',
		'Know your lines',
	]);
});

test('the wanted deck is chosen, and another can be', async () => {
	const on = await bench();
	const other = deckId('z-other');
	const otherNote = note('recap', { kind: 'recap', items: points.slice(0, 1) }, 0, other);
	await on.store.seed([
		{ deck: article(0).deck, notes: [recapNote] },
		{ deck: { ...article(0, other).deck, name: 'Zebra' }, notes: [otherNote] },
	]);
	const recap = new Recap(await appOn(on), other);
	await recap.open();
	expect(recap.chosen?.points).toHaveLength(1);
	recap.choose(DECK);
	expect(recap.chosen?.points).toHaveLength(3);
});

describe('one by one', () => {
	test('each point is shown by itself and marked before the next', async () => {
		const { recap } = await recapping('one-by-one');
		expect(phase(recap)).toBe('prompt');
		recap.mark(LISTEN, true);
		expect(recap.drill?.run.marks).toEqual([]);
		recap.reveal();
		recap.mark(LISTEN, true);
		expect(phase(recap)).toBe('prompt');
		for (const key of [BREATHE, KNOW]) {
			recap.reveal();
			recap.mark(key, true);
		}
		expect(phase(recap)).toBe('finished');
		expect(recap.timeLeftMs).toBeNull();
	});
});

describe('a run-through', () => {
	test('reveals all points at once, to be marked one after the other', async () => {
		const { recap } = await recapping('run-through');
		recap.reveal();
		for (const key of [LISTEN, BREATHE, KNOW]) {
			expect(phase(recap)).toBe('revealed');
			recap.mark(key, true);
		}
		expect(phase(recap)).toBe('finished');
	});

	test('ends with what was missed, and runs that again until all are right', async () => {
		const { recap } = await recapping('run-through');
		recap.reveal();
		recap.mark(LISTEN, false);
		recap.mark(BREATHE, true);
		recap.mark(KNOW, false);
		await recap.runMissedAgain();
		expect(shownKeys(recap)).toEqual([LISTEN, KNOW]);
		recap.reveal();
		recap.mark(LISTEN, true);
		recap.mark(KNOW, false);
		await recap.runMissedAgain();
		expect(shownKeys(recap)).toEqual([KNOW]);
		recap.reveal();
		recap.mark(KNOW, true);
		await recap.runMissedAgain();
		expect(phase(recap)).toBe('finished');
	});
});

describe('against the clock', () => {
	test('the points are revealed when the 90 seconds are over, not before', async () => {
		const { on, recap } = await recapping('against-the-clock');
		expect(recap.timeLeftMs).toBe(90 * SECOND);
		on.clock.pass(30 * SECOND);
		recap.tick();
		expect(recap.timeLeftMs).toBe(60 * SECOND);
		on.clock.pass(60 * SECOND - 1);
		recap.tick();
		expect(phase(recap)).toBe('prompt');
		on.clock.pass(1);
		recap.tick();
		expect(recap.timeLeftMs).toBe(0);
		expect(phase(recap)).toBe('revealed');
	});

	test('the countdown stops at the reveal', async () => {
		const { on, recap } = await recapping('against-the-clock');
		on.clock.pass(20 * SECOND);
		recap.reveal();
		on.clock.pass(500 * SECOND);
		recap.tick();
		expect(recap.timeLeftMs).toBe(70 * SECOND);
	});

	test('the countdown can be switched off, now and in Settings', async () => {
		const { on, recap } = await recapping('against-the-clock');
		recap.dropLimit();
		on.clock.pass(100 * SECOND);
		recap.tick();
		expect([recap.timeLeftMs, phase(recap)]).toEqual([null, 'prompt']);
		const without = await recapping('against-the-clock', { recapClock: false });
		expect(without.recap.timeLeftMs).toBeNull();
	});
});
