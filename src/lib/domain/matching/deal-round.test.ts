import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Confusion } from './confusion.ts';
import { exampleQuote, quotesOfDifferentSpeakers, seededRandom } from './example-quotes.ts';
import { fold } from './fold.ts';
import type { Quote } from './quote.ts';
import { dealRound, type Round } from './round.ts';

const seeds = Array.from({ length: 40 }, (_, seed) => seed);

function deal(
	quotes: readonly Quote[],
	history: readonly Confusion[] = [],
	seed = 1,
	seen: readonly Quote[] = [],
): Round {
	const round = dealRound(quotes, history, seededRandom(seed), new Set(seen.map(({ key }) => key)));
	if (round === null) throw new Error('No round for these quotes');
	return round;
}

/** Names of the speakers of a round who speak none of its quotes. */
function sparesOf({ quotes, speakers }: Round): string[] {
	const right = new Set(quotes.map(({ speaker }) => fold(speaker.name)));
	return speakers.map(({ name }) => name).filter((name) => !right.has(fold(name)));
}

test.each([
	{ speakers: 1, quotes: 1, spares: 0 },
	{ speakers: 2, quotes: 2, spares: 0 },
	{ speakers: 3, quotes: 2, spares: 1 },
	{ speakers: 5, quotes: 4, spares: 1 },
	{ speakers: 6, quotes: 4, spares: 2 },
	{ speakers: 7, quotes: 5, spares: 2 },
	{ speakers: 8, quotes: 6, spares: 2 },
	{ speakers: 12, quotes: 6, spares: 2 },
])('$speakers speakers give $quotes quotes and $spares spares', ({ speakers, quotes, spares }) => {
	const round = deal(quotesOfDifferentSpeakers(speakers));
	expect(round.quotes).toHaveLength(quotes);
	expect(sparesOf(round)).toHaveLength(spares);
});

test('without quotes there is no round', () => {
	expect(dealRound([], [], seededRandom(1))).toBeNull();
});

test('a deck of one speaker is dealt with no spare', () => {
	const quotes = ['a', 'b', 'c'].map((name) => exampleQuote(name, 'Ann'));
	const round = deal(quotes);
	expect(round.quotes).toHaveLength(3);
	expect(round.speakers.map(({ name }) => name)).toEqual(['Ann']);
});

test('a name spelt with other capitals or spaces is the same speaker', () => {
	const quotes = [exampleQuote('a', 'Robert De Niro'), exampleQuote('b', ' robert  de niro')];
	expect(deal(quotes).speakers).toHaveLength(1);
});

describe('two notes with the same quote', () => {
	test('never stand in one round', () => {
		const text = 'Be kind.';
		const quotes = [
			exampleQuote('a', 'Ann', { text }),
			exampleQuote('b', 'Ann', { text: ' be kind. ' }),
		];
		expect(deal(quotes).quotes).toHaveLength(1);
	});

	test('by different speakers never have the other speaker in the round', () => {
		const text = 'Be kind.';
		const quotes = [
			exampleQuote('a', 'Ann', { text }),
			exampleQuote('b', 'Bob', { text }),
			exampleQuote('c', 'Bob'),
			...quotesOfDifferentSpeakers(4),
		];
		for (const seed of seeds) {
			const round = deal(quotes, [], seed);
			if (!round.quotes.some((quote) => quote.text === text)) continue;
			const names = round.speakers.map(({ name }) => name);
			expect(names.filter((name) => name === 'Ann' || name === 'Bob')).toHaveLength(1);
		}
	});
});

describe('spare speakers', () => {
	test('are first those confused with a quote of the round before', () => {
		const quotes = [
			...quotesOfDifferentSpeakers(6),
			exampleQuote('x', 'Confused', { role: 'director' }),
			...['l', 'm', 'n', 'o'].map((name) => exampleQuote(name, `Same role ${name}`)),
		];
		const seen = quotes.slice(6);
		const history = quotes.slice(0, 6).map(({ key }) => ({ key, said: 'Confused', times: 1 }));
		for (const seed of seeds) {
			expect(sparesOf(deal(quotes, history, seed, seen))).toContain('Confused');
		}
	});

	test('are those whose own quote was taken for a speaker of the round, too', () => {
		const quotes = [...quotesOfDifferentSpeakers(6), ...quotesOfDifferentSpeakers(16).slice(6)];
		const [x] = quotes.slice(15);
		if (!x) throw new Error('Too few quotes');
		const history = [{ key: x.key, said: 'S0', times: 1 }];
		for (const seed of seeds) {
			expect(sparesOf(deal(quotes, history, seed, quotes.slice(6)))).toContain(x.speaker.name);
		}
	});

	test('are then those of the same role', () => {
		const quotes = [
			...quotesOfDifferentSpeakers(6),
			exampleQuote('x', 'Actor', { role: 'Actor' }),
			...['l', 'm', 'n', 'o'].map((name) => exampleQuote(name, name, { role: 'casting director' })),
		];
		for (const seed of seeds) {
			expect(sparesOf(deal(quotes, [], seed, quotes.slice(6)))).toContain('Actor');
		}
	});
});

test('a round begins with what this sitting has not shown yet', () => {
	const quotes = quotesOfDifferentSpeakers(12);
	for (const seed of seeds) {
		const first = deal(quotes, [], seed).quotes;
		const second = deal(quotes, [], seed + 100, first).quotes;
		expect(new Set([...first, ...second]).size).toBe(12);
	}
});

test('quotes that were confused before are likelier, the others come too', () => {
	const quotes = quotesOfDifferentSpeakers(40);
	const confused = quotes.slice(0, 4);
	const history = confused.map(({ key }) => ({ key, said: 'S9', times: 2 }));
	const rounds = Array.from({ length: 300 }, (_, seed) => deal(quotes, history, seed * 7919));
	const share = (of: readonly Quote[]) =>
		rounds.flatMap((round) => round.quotes.filter((quote) => of.includes(quote))).length /
		of.length;
	expect(share(confused)).toBeGreaterThan(2 * share(quotes.slice(4)));
	expect(share(quotes.slice(4))).toBeGreaterThan(0);
});

test('the right speaker does not stand where the quote stands', () => {
	const quotes = quotesOfDifferentSpeakers(12);
	const inPlace = seeds.flatMap((seed) => {
		const round = deal(quotes, [], seed);
		return round.quotes.filter(
			({ speaker }, index) => round.speakers[index]?.name === speaker.name,
		);
	});
	expect(inPlace.length).toBeLessThan(seeds.length * 2);
});

/** Few names and texts, so that speakers and texts are often shared. */
const anyQuotes = fc
	.array(fc.record({ speaker: fc.nat(9), text: fc.nat(15), role: fc.nat(2) }), {
		minLength: 1,
		maxLength: 25,
	})
	.map((seedsOfQuotes) =>
		seedsOfQuotes.map(({ speaker, text, role }, index) =>
			exampleQuote(`q${index}`, `S${speaker}`, { text: `Text ${text}`, role: `role ${role}` }),
		),
	);

const anyHistory = fc.array(
	fc.record({
		key: fc.nat(24).map((index) => exampleQuote(`q${index}`, '').key),
		said: fc.nat(12).map((index) => `S${index}`),
		times: fc.integer({ min: 1, max: 5 }),
	}),
);

test('every quote of a round has exactly one right speaker, no speaker stands twice', () => {
	fc.assert(
		fc.property(anyQuotes, anyHistory, fc.nat(), (quotes, history, seed) => {
			const round = deal(quotes, history, seed);
			const names = round.speakers.map(({ name }) => fold(name));
			expect(new Set(names).size).toBe(names.length);
			expect(round.quotes.length).toBeGreaterThan(0);
			expect(round.quotes.length).toBeLessThanOrEqual(6);
			expect(sparesOf(round).length).toBeLessThanOrEqual(2);
			for (const { text } of round.quotes) {
				const right = quotes.filter((quote) => quote.text === text);
				const rightNames = new Set(right.map(({ speaker }) => fold(speaker.name)));
				expect(names.filter((name) => rightNames.has(name))).toHaveLength(1);
			}
		}),
	);
});

test('over a sitting every quote is shown, however speakers and texts are shared', () => {
	fc.assert(
		fc.property(anyQuotes, fc.nat(), (quotes, seed) => {
			const seen: Quote[] = [];
			for (let round = 0; round < quotes.length; round++) {
				seen.push(...deal(quotes, [], seed + round, seen).quotes);
			}
			expect(new Set(seen)).toEqual(new Set(quotes));
		}),
	);
});
