import { expect, test } from 'vitest';
import { checkWords } from './check-words.ts';

const sound = {
	events: 1,
	damaged: 0,
	missing: 0,
	dangling: 0,
	cards: 0,
	days: 0,
	counters: 0,
	records: 0,
	undo: false,
	mended: false,
	moved: false,
};

test('a sound collection is said to be so', () => {
	expect(checkWords(sound)).toEqual(['1 entry checked.', 'Everything is as it should be.']);
});

test('what was found is told, and whether it was put right', () => {
	expect(checkWords({ ...sound, events: 9, cards: 2, days: 1, mended: true })).toEqual([
		'9 entries checked.',
		'Put right: 2 cards, 1 day.',
	]);
	expect(checkWords({ ...sound, damaged: 1, missing: 2, counters: 1 })).toEqual([
		'1 entry checked.',
		'1 entry is damaged.',
		'2 entries are missing.',
		'Not as it should be: 1 counter.',
	]);
	expect(checkWords({ ...sound, records: 1, undo: true, mended: true }).at(-1)).toBe(
		'Put right: 1 deck, note or setting, what Undo takes back.',
	);
	expect(checkWords({ ...sound, moved: true }).at(-1)).toMatch(/^Something was saved meanwhile/);
});
