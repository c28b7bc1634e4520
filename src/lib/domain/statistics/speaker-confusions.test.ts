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
