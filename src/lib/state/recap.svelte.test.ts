import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { cardId, deckId } from '#lib/domain/cards/ids.ts';
import type { DrillMode } from '#lib/domain/recap/drill.ts';
import { phaseOf } from '#lib/domain/recap/drill.ts';
import type { Settings } from '#lib/domain/settings/settings.ts';
import { article, bench, DECK, note, type Bench } from '#lib/storage/testing/testing-store.ts';
import { Recap } from './recap.svelte.ts';
import { appOn } from './testing-app.ts';

const SECOND = 1000;
const points = ['Listen', 'Breathe', 'Know your lines'].map((text) => ({
	key: text.charAt(0).toLowerCase(),
	text,
}));
const recapNote = note('recap', { kind: 'recap', items: points }, 9);
const LISTEN = cardId(recapNote.id, 'l');
const BREATHE = cardId(recapNote.id, 'b');
const KNOW = cardId(recapNote.id, 'k');
const PLAIN = deckId('a-plain-deck');

async function recapping(mode: DrillMode | null, settings: Partial<Settings> = {}) {
	const on = await bench();
	const { deck, notes } = article(1);
	await on.store.seed([article(2, PLAIN), { deck, notes: [...notes, recapNote] }]);
	await on.store.changeSettings(settings);
	const recap = new Recap(await appOn(on), null);
	onTestFinished(() => recap.stop());
	await recap.open();
	if (mode) recap.start(mode);
	return { on, recap };
}

const phase = ({ drill }: Recap) => drill && phaseOf(drill);
const shownKeys = ({ drill }: Recap) => drill?.run.points.map(({ key }) => key);

async function kept({ store }: Bench) {
	const events = await store.sessionEvents(0);
	return events.map((event) => [event.kind, event.cardId, 'rating' in event ? event.rating : null]);
}

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

describe('what is kept', () => {
	async function finished(settings: Partial<Settings>) {
		const { on, recap } = await recapping('run-through', settings);
		const before = await on.store.cardsOf(DECK);
		on.clock.pass(30 * SECOND);
		recap.reveal();
		recap.mark(LISTEN, true);
		recap.mark(BREATHE, false);
		recap.mark(KNOW, true);
		return { on, recap, before };
	}

	test('practice is in the log, and no card is touched by it', async () => {
		const { on, recap, before } = await finished({});
		await recap.stop();
		expect(await kept(on)).toEqual([
			['practice', LISTEN, 3],
			['practice', BREATHE, 1],
			['practice', KNOW, 3],
		]);
		const [event] = await on.store.sessionEvents(0);
		expect(event).toMatchObject({ drill: 'recap', durationMs: 10 * SECOND, confusedWith: null });
		expect(await on.store.cardsOf(DECK)).toEqual(before);
	});

	test('a drill that counts rates each card Good or Again', async () => {
		const { on, recap, before } = await finished({ countRecap: true });
		await recap.stop();
		expect(await kept(on)).toEqual([
			['review', LISTEN, 3],
			['review', BREATHE, 1],
			['review', KNOW, 3],
		]);
		const [event] = await on.store.sessionEvents(0);
		expect(event).toMatchObject({ via: 'recap' });
		const after = await on.store.cardsOf(DECK);
		expect(after.filter(({ reps }) => reps === 1).map(({ id }) => id)).toEqual([
			LISTEN,
			BREATHE,
			KNOW,
		]);
		expect(after[0]).toEqual(before[0]);
	});

	test('the runs after the first never count, since the answer was just read', async () => {
		const { on, recap } = await finished({ countRecap: true });
		await recap.runMissedAgain();
		recap.reveal();
		recap.mark(BREATHE, true);
		await recap.stop();
		expect((await kept(on)).at(-1)).toEqual(['practice', BREATHE, 3]);
		expect(await on.store.card(BREATHE)).toMatchObject({ reps: 1 });
	});

	test('a suspended card is practice even in a drill that counts', async () => {
		const { on, recap } = await recapping('run-through', { countRecap: true });
		await on.store.suspend(LISTEN, on.clock.moment());
		recap.reveal();
		recap.mark(LISTEN, false);
		await recap.stop();
		expect(await on.store.card(LISTEN)).toMatchObject({ reps: 0, suspended: true });
		expect((await kept(on)).at(-1)).toEqual(['practice', LISTEN, 1]);
	});

	test('leaving early keeps what was marked, once', async () => {
		const { on, recap } = await recapping('one-by-one');
		recap.reveal();
		recap.mark(LISTEN, false);
		await recap.stop();
		await recap.stop();
		expect(recap.drill).toBeNull();
		expect(await kept(on)).toEqual([['practice', LISTEN, 1]]);
	});

	test('each mark is in the log with the next one, and only the last can be taken back', async () => {
		const { on, recap } = await recapping('run-through');
		recap.reveal();
		expect(recap.canGoBack).toBe(false);
		recap.mark(LISTEN, true);
		expect(recap.canGoBack).toBe(true);
		expect(await kept(on)).toEqual([]);
		recap.mark(BREATHE, false);
		await expect.poll(() => kept(on)).toEqual([['practice', LISTEN, 3]]);
		recap.back();
		recap.back();
		expect(recap.drill?.run.marks).toHaveLength(1);
		expect(recap.canGoBack).toBe(false);
		recap.mark(BREATHE, true);
		recap.mark(KNOW, false);
		const all = [
			['practice', LISTEN, 3],
			['practice', BREATHE, 3],
			['practice', KNOW, 1],
		];
		await expect.poll(() => kept(on)).toEqual(all);
		await recap.stop();
		expect(await kept(on)).toEqual(all);
	});

	test('the last mark is in the log too when the page may go, and the drill goes on', async () => {
		const { on, recap } = await recapping('one-by-one');
		recap.reveal();
		recap.mark(LISTEN, true);
		await recap.keep();
		await recap.keep();
		expect(await kept(on)).toEqual([['practice', LISTEN, 3]]);
		recap.back();
		expect(recap.drill?.run.marks).toHaveLength(1);
		recap.reveal();
		recap.mark(BREATHE, false);
		await recap.stop();
		expect(await kept(on)).toEqual([
			['practice', LISTEN, 3],
			['practice', BREATHE, 1],
		]);
	});

	test('one by one, each mark is kept with the time that its points took', async () => {
		const { on, recap } = await recapping('one-by-one');
		for (const key of [LISTEN, BREATHE, KNOW]) {
			on.clock.pass(6 * SECOND);
			recap.reveal();
			recap.mark(key, true);
		}
		await recap.stop();
		const events = await on.store.sessionEvents(0);
		expect(events).toMatchObject(Array(3).fill({ durationMs: 6 * SECOND }));
	});

	test('a mark that was taken back is never written', async () => {
		const { on, recap } = await recapping('one-by-one');
		recap.reveal();
		recap.mark(LISTEN, false);
		recap.back();
		expect(phase(recap)).toBe('revealed');
		recap.mark(LISTEN, true);
		await recap.stop();
		expect(await kept(on)).toEqual([['practice', LISTEN, 3]]);
	});

	test('what ended a run is in the log and stays', async () => {
		const { recap } = await finished({});
		recap.back();
		expect(phase(recap)).toBe('finished');
		expect(recap.drill?.run.marks).toHaveLength(3);
	});
});

test('marks that could not be written are tried again with the next ones, none of them twice', async () => {
	const { on, recap } = await recapping('run-through');
	recap.reveal();
	recap.mark(LISTEN, true);
	const practice = vi
		.spyOn(on.store, 'practice')
		.mockRejectedValueOnce(new Error('The disk is full.'));
	await expect(recap.stop()).rejects.toThrow('The disk is full.');
	expect(await kept(on)).toEqual([]);
	recap.mark(BREATHE, false);
	await recap.stop();
	expect(await kept(on)).toEqual([
		['practice', LISTEN, 3],
		['practice', BREATHE, 1],
	]);
	expect(practice).toHaveBeenCalledTimes(3);
});
