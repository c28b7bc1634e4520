import { expect, test } from 'vitest';
import { decodeBackup } from './backup.ts';
import { documented, problems } from './example-backup.ts';

test('a file of another kind, of a newer version or damaged is refused with a reason', () => {
	expect(decodeBackup('{"format":"other"}')).toMatchObject({
		problems: ['This file is not a Green Room backup.'],
	});
	expect(decodeBackup('')).toMatchObject({ ok: false });
	expect(problems({ version: 2 })[0]).toMatch(/newer Green Room/);
	expect(problems({ version: 'x' })[0]).toMatch(/which version/);
	expect(problems({ checksum: '00000000' })[0]).toMatch(/damaged/);
});

test('every problem is told with its place', () => {
	const [card] = documented.cards;
	const broken = [{ ...card, state: 'old', due: 'soon', difficulty: 11 }];
	expect(problems({ cards: broken, decks: [{ id: '' }] })).toEqual([
		'The backup has entries that cannot be read.',
		'decks, entry 1, id: must not be empty.',
		'decks, entry 1, name: is missing.',
		'cards, entry 1, state: must be new, learning, review or relearning.',
		'cards, entry 1, due: must be a time in UTC such as 2026-11-02T09:30:00.000Z.',
		'cards, entry 1, difficulty: must be 1 to 10.',
	]);
});

test.each([
	[{ notes: [] }, 'The card d.q/answer is of the note d.q, which is not in the file.'],
	[{ decks: [] }, 'The note d.q is in the deck d, which is not in the file.'],
	[
		{ cards: [{ ...documented.cards[0], id: 'd.q/other' }] },
		'The note d.q makes no card d.q/other.',
	],
	[{ decks: [...documented.decks, ...documented.decks] }, 'The deck d is there twice.'],
	[{ settings: { newPerDay: 'many' } }, "The setting newPerDay has a value it can't have."],
])('a file that contradicts itself is refused (%#)', (changes, problem) => {
	expect(problems(changes)).toContain(problem);
});

test.each([
	'2026-02-30T00:00:00Z',
	'2026-11-02',
	'2026-11-02T09:00:00+01:00',
	'2026-13-01T00:00:00Z',
])('%s is no time', (due) => {
	expect(problems({ cards: [{ ...documented.cards[0], due }] })).toHaveLength(2);
});

test.each([
	['tags', 'Hedda', /tags/],
	['minutesPerDay', 1441, /minutesPerDay.*must be a number from 0 to 1440/],
	['minutesPerDay', -1, /minutesPerDay.*must be a number from 0 to 1440/],
	['weekdaysOff', [7], /weekdaysOff.*must be a whole number from 0 to 6/],
	['datesOff', ['2026-02-30'], /datesOff.*must be a date such as/],
	['archived', 'yes', /archived.*must be true or false/],
	['predicted', 1.2, /predicted.*must be a number from 0 to 1/],
])('an audition whose %s is %j is refused', (field, value, problem) => {
	const wrong = { id: 'a', name: 'Hedda', at: '2026-12-01T10:00:00Z', [field]: value };
	expect(problems({ auditions: [wrong] }).join(' ')).toMatch(problem);
});
