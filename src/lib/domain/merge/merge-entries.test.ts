import { expect, test } from 'vitest';
import { untouched } from '#lib/domain/cards/card.ts';
import { cardId, noteId } from '#lib/domain/cards/ids.ts';
import type { Stamp } from './hybrid-clock.ts';
import { mergeBases, mergeSettings } from './merge-entries.ts';

const setting = (value: unknown, stamp: string) => ({
	key: 'theme',
	value,
	stamp: stamp as Stamp,
});

const base = (reps: number, lastReviewedAt: number | null, lapses = 0) => ({
	cardId: cardId(noteId('note'), 'answer'),
	progress: { ...untouched, reps, lastReviewedAt, lapses },
});

test('of two settings the later write stays, whichever comes first', () => {
	const [early, late] = [setting('dark', '1'), setting('light', '2')];
	expect(mergeSettings(early, late)).toBe(late);
	expect(mergeSettings(late, early)).toBe(late);
});

test('a tie of unequal settings is broken the same way round on every device', () => {
	const [a, b] = [setting('dark', '1'), setting('light', '1')];
	expect(mergeSettings(a, b)).toBe(mergeSettings(b, a));
	expect(mergeSettings(a, b)).toBe(b);
});

test('of two beginnings the one that went further stays, whichever comes first', () => {
	for (const [less, more] of [
		[base(1, 500), base(2, 100)],
		[base(2, 100), base(2, 101)],
		[base(2, null), base(2, 5)],
		[base(2, 100, 1), base(2, 100, 2)],
	] as const) {
		expect(mergeBases(less, more)).toBe(more);
		expect(mergeBases(more, less)).toBe(more);
	}
});
