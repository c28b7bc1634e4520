import { expect, test } from 'vitest';
import { cardId, noteId } from '#lib/domain/cards/ids.ts';
import { mixUps } from './speaker-confusions.ts';

const quote = (name: string) => cardId(noteId(name), 'speaker');
const speakers = new Map([
	[quote('one'), 'Ann'],
	[quote('two'), 'Bob'],
]);

test('two speakers are one pair, whichever was taken for the other; the most frequent comes first', () => {
	const found = mixUps(
		[
			{ key: quote('two'), said: 'Cid', times: 2 },
			{ key: quote('one'), said: 'Bob', times: 1 },
			{ key: quote('two'), said: 'Ann', times: 3 },
			{ key: quote('gone'), said: 'Ann', times: 9 },
		],
		(key) => speakers.get(key),
	);
	expect(found).toEqual([
		{ speakers: ['Ann', 'Bob'], times: 4 },
		{ speakers: ['Bob', 'Cid'], times: 2 },
	]);
});

test('a name is the same in any spelling that a match takes for it, and is told as it is written most often', () => {
	const found = mixUps(
		[
			{ key: quote('one'), said: 'bob', times: 1 },
			{ key: quote('two'), said: 'ANN', times: 5 },
			{ key: quote('one'), said: ' Bob ', times: 1 },
			{ key: quote('one'), said: 'Cide\u0301', times: 2 },
			{ key: quote('two'), said: 'Cid\u00e9', times: 3 },
		],
		(key) => speakers.get(key),
	);
	expect(found).toEqual([
		{ speakers: ['ANN', 'Bob'], times: 7 },
		{ speakers: ['Bob', 'Cid\u00e9'], times: 3 },
		{ speakers: ['ANN', 'Cid\u00e9'], times: 2 },
	]);
});

test('a speaker is not mixed up with another spelling of the same name', () => {
	expect(
		mixUps([{ key: quote('one'), said: 'ann ', times: 4 }], (key) => speakers.get(key)),
	).toEqual([]);
});
