import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleQuote, quotesOfDifferentSpeakers, seededRandom } from './example-quotes.ts';
import { fold } from './fold.ts';
import { resultsOf } from './results.ts';
import { attempt, dealRound, isAvailable, isOver, type Round } from './round.ts';

const [ann, alsoAnn, bob] = [
	exampleQuote('ann', 'Ann'),
	exampleQuote('also-ann', 'Ann'),
	exampleQuote('bob', 'Bob'),
];

const round: Round = {
	quotes: [ann, alsoAnn, bob],
	speakers: [ann.speaker, bob.speaker, exampleQuote('cy', 'Cy').speaker],
	matched: [],
	wrong: [],
	latest: null,
};

test('a right pair matches', () => {
	const after = attempt(round, bob.key, 'Bob');
	expect(after.matched).toEqual([bob.key]);
	expect(after.wrong).toEqual([]);
	expect(after.latest).toEqual({ key: bob.key, said: 'Bob', isRight: true });
});

test('a wrong pair is recorded with what would have been right, and stays open', () => {
	const after = attempt(round, bob.key, 'Cy');
	expect(after.matched).toEqual([]);
	expect(after.wrong).toEqual([{ key: bob.key, said: 'Cy', right: 'Bob' }]);
	expect(after.latest).toEqual({ key: bob.key, said: 'Cy', isRight: false });
	expect(attempt(after, bob.key, 'Cy')).toBe(after);
	expect(attempt(after, bob.key, 'Bob').matched).toEqual([bob.key]);
});

test('a shared speaker is right for each of his quotes and stays until all are matched', () => {
	const once = attempt(round, alsoAnn.key, 'Ann');
	expect(isAvailable(once, 'Ann')).toBe(true);
	const twice = attempt(once, ann.key, 'Ann');
	expect(twice.matched).toEqual([alsoAnn.key, ann.key]);
	expect(isAvailable(twice, 'Ann')).toBe(false);
});

test('a spare speaker stays to the end', () => {
	const matched = [ann, alsoAnn].reduce((now, { key }) => attempt(now, key, 'Ann'), round);
	expect(isAvailable(matched, 'Cy')).toBe(true);
});

test('an attempt changes nothing with a matched quote, a used-up speaker or one not in the round', () => {
	const after = attempt(round, bob.key, 'Bob');
	expect(attempt(after, bob.key, 'Cy')).toBe(after);
	expect(attempt(after, ann.key, 'Bob')).toBe(after);
	expect(attempt(after, ann.key, 'Nobody')).toBe(after);
	expect(attempt(after, exampleQuote('other', 'Ann').key, 'Ann')).toBe(after);
});

test('a round is over when every quote is matched', () => {
	const almost = [ann, alsoAnn].reduce((now, { key }) => attempt(now, key, 'Ann'), round);
	expect(isOver(almost)).toBe(false);
	expect(isOver(attempt(almost, bob.key, 'Bob'))).toBe(true);
});

test('results tell first tries from those that took more, each confusion once', () => {
	const attempts = [
		[bob.key, 'Cy'],
		[bob.key, 'Ann'],
		[bob.key, 'Cy'],
		[bob.key, 'Bob'],
		[ann.key, 'Ann'],
	] as const;
	const after = attempts.reduce((now, [key, said]) => attempt(now, key, said), round);
	expect(resultsOf(after)).toEqual([
		{ key: ann.key, firstTry: true, confusedWith: [] },
		{ key: bob.key, firstTry: false, confusedWith: ['Cy', 'Ann'] },
	]);
});

test('any round can be finished after any attempts, each wrong pair being recorded', () => {
	const anyQuotes = fc
		.array(fc.tuple(fc.nat(6), fc.nat(12)), { minLength: 1, maxLength: 15 })
		.map((pairs) =>
			pairs.map(([speaker, text], index) =>
				exampleQuote(`q${index}`, `S${speaker}`, { text: `Text ${text}` }),
			),
		);
	const anyAttempts = fc.array(fc.tuple(fc.nat(5), fc.nat(7)), { maxLength: 30 });
	fc.assert(
		fc.property(anyQuotes, anyAttempts, fc.nat(), (quotes, attempts, seed) => {
			let now = dealRound(quotes, [], seededRandom(seed));
			if (now === null) throw new Error('No round for these quotes');
			for (const [quoteIndex, speakerIndex] of attempts) {
				const [quote, speaker] = [now.quotes[quoteIndex], now.speakers[speakerIndex]];
				if (quote && speaker) now = attempt(now, quote.key, speaker.name);
			}
			for (const { key, said, right } of now.wrong) {
				expect(fold(said)).not.toBe(fold(right));
				expect(now.quotes.find((quote) => quote.key === key)?.speaker.name).toBe(right);
			}
			for (const { key, speaker } of now.quotes) now = attempt(now, key, speaker.name);
			expect(isOver(now)).toBe(true);
		}),
	);
});

test('a round of many quotes offers a choice to the end', () => {
	const dealt = dealRound(quotesOfDifferentSpeakers(12), [], seededRandom(3));
	if (dealt === null) throw new Error('No round for these quotes');
	const almost = dealt.quotes
		.slice(1)
		.reduce((now, { key, speaker }) => attempt(now, key, speaker.name), dealt);
	expect(almost.speakers.filter(({ name }) => isAvailable(almost, name))).toHaveLength(3);
});
