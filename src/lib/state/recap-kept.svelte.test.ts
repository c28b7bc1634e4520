import { describe, expect, test, vi } from 'vitest';
import type { Settings } from '#lib/domain/settings/settings.ts';
import { DECK } from '#lib/storage/testing/testing-store.ts';
import { BREATHE, KNOW, LISTEN, SECOND, kept, phase, recapping } from './testing-recap.ts';

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
