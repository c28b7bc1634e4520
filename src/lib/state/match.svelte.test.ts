import { describe, expect, test } from 'vitest';
import { deckId, type DeckId } from '#lib/domain/cards/ids.ts';
import { seededRandom } from '#lib/domain/matching/example-quotes.ts';
import type { Quote } from '#lib/domain/matching/quote.ts';
import { isOver } from '#lib/domain/matching/round.ts';
import { article, bench, DECK, note } from '#lib/storage/testing/testing-store.ts';
import { Match } from './match.svelte.ts';
import { appOn } from './testing-app.ts';

function quotes(count: number, deck: DeckId = DECK) {
	const notes = Array.from({ length: count }, (_, index) => {
		const [text, speaker] = [`Words ${index} of ${deck}.`, `Speaker ${index} of ${deck}`];
		const body = { kind: 'quote', text, speaker, role: 'actor', credit: '' } as const;
		return note(`quote${index}`, body, index, deck);
	});
	return { deck: article(0, deck).deck, notes };
}

async function matching(count: number, deck: DeckId | null = null, seed = 1) {
	const on = await bench();
	await on.store.seed([quotes(count), quotes(2, deckId('sides'))]);
	const match = new Match(await appOn(on), deck, seededRandom(seed));
	await match.open();
	return { on, match };
}

function round(match: Match) {
	if (!match.round) throw new Error('No round was dealt.');
	return match.round;
}

/** A quote of the round, and a speaker who did not say it. */
function aQuote(match: Match): { quote: Quote; wrong: string } {
	const { quotes, speakers } = round(match);
	const [quote] = quotes;
	const wrong = speakers.find(({ name }) => name !== quote?.speaker.name);
	if (!quote || !wrong) throw new Error('The round is too small.');
	return { quote, wrong: wrong.name };
}

async function pair(match: Match, quote: Quote, speaker = quote.speaker.name) {
	if (match.quote !== quote.key) await match.takeQuote(quote.key);
	await match.takeSpeaker(speaker);
}

describe('a round', () => {
	test('has six quotes, their speakers and two spare ones', async () => {
		const { match } = await matching(12);
		const { quotes, speakers } = round(match);
		expect(match.ready).toBe(true);
		expect(quotes).toHaveLength(6);
		expect(speakers).toHaveLength(8);
		const right = new Set(quotes.map(({ speaker }) => speaker.name));
		expect(speakers.filter(({ name }) => !right.has(name))).toHaveLength(2);
	});

	test('of one deck has quotes and speakers of that deck alone', async () => {
		const { match } = await matching(12, deckId('sides'));
		expect(round(match).quotes).toHaveLength(2);
		expect(round(match).speakers.every(({ name }) => name.endsWith('of sides'))).toBe(true);
	});

	test('is none where no quote is', async () => {
		const on = await bench();
		await on.store.seed([article(3)]);
		const match = new Match(await appOn(on), null, seededRandom(1));
		expect(match.ready).toBe(false);
		await match.open();
		expect([match.ready, match.round]).toEqual([true, null]);
	});

	test('dealt again begins with the quotes that were not seen', async () => {
		const { match } = await matching(12, DECK);
		const first = round(match).quotes;
		for (const quote of first) await pair(match, quote);
		expect(isOver(round(match))).toBe(true);
		match.deal();
		const second = round(match).quotes.map(({ key }) => key);
		expect(second).toHaveLength(6);
		expect(second.filter((key) => first.some((quote) => quote.key === key))).toEqual([]);
		expect(round(match).matched).toEqual([]);
	});
});

describe('a right pair', () => {
	test('is matched and kept as practice, and no card is changed by it', async () => {
		const { on, match } = await matching(12, DECK);
		const before = await on.store.cardsOf(DECK);
		const { quote } = aQuote(match);
		on.clock.pass(5000);
		await pair(match, quote);
		expect(round(match)).toMatchObject({ matched: [quote.key], wrong: [] });
		expect([match.quote, match.speaker]).toEqual([null, null]);
		expect(await on.store.sessionEvents(0)).toMatchObject([
			{
				kind: 'practice',
				drill: 'match',
				cardId: quote.key,
				rating: 3,
				confusedWith: null,
				durationMs: 5000,
			},
		]);
		expect(await on.store.cardsOf(DECK)).toEqual(before);
	});

	test('may begin with the speaker', async () => {
		const { match } = await matching(12);
		const { quote } = aQuote(match);
		await match.takeSpeaker(quote.speaker.name);
		expect(match.speaker).toBe(quote.speaker.name);
		await match.takeQuote(quote.key);
		expect(round(match).matched).toEqual([quote.key]);
	});

	test('after a wrong one is no proof of anything, and not kept', async () => {
		const { on, match } = await matching(12);
		const { quote, wrong } = aQuote(match);
		await pair(match, quote, wrong);
		await pair(match, quote);
		expect(round(match).matched).toEqual([quote.key]);
		const practice = (await on.store.sessionEvents(0)).filter(({ kind }) => kind === 'practice');
		expect(practice).toMatchObject([{ rating: 1 }]);
	});
});

describe('a wrong pair', () => {
	test('keeps who was taken for whom, and brings the card into today’s queue', async () => {
		const { on, match } = await matching(12);
		await on.store.changeSettings({ newPerDay: 0 });
		const { quote, wrong } = aQuote(match);
		await pair(match, quote, wrong);
		expect(round(match)).toMatchObject({
			matched: [],
			wrong: [{ key: quote.key, said: wrong, right: quote.speaker.name }],
			latest: { isRight: false },
		});
		expect(await on.store.confusions()).toMatchObject([
			{ cardId: quote.key, drill: 'match', rating: 1, confusedWith: wrong },
		]);
		const gathered = await on.store.gather(null, on.clock.moment());
		expect(gathered.fresh).toEqual([]);
		expect(gathered.due.map(({ id }) => id)).toEqual([quote.key]);
		expect(await on.store.card(quote.key)).toMatchObject({ state: 'new', reps: 0, memory: null });
	});

	test('leaves the quote in hand for another try, and lets go of the speaker', async () => {
		const { match } = await matching(12);
		const { quote, wrong } = aQuote(match);
		await pair(match, quote, wrong);
		expect([match.quote, match.speaker]).toEqual([quote.key, null]);
	});

	test('twice brings the card forward once', async () => {
		const { on, match } = await matching(12);
		const { quote, wrong } = aQuote(match);
		const another = round(match).speakers.find(
			({ name }) => ![wrong, quote.speaker.name].includes(name),
		);
		await pair(match, quote, wrong);
		await pair(match, quote, another?.name);
		const kinds = (await on.store.sessionEvents(0)).map(({ kind }) => kind);
		expect(kinds).toEqual(['practice', 'reschedule', 'practice']);
	});

	test('tapped twice is kept once', async () => {
		const { on, match } = await matching(12);
		const { quote, wrong } = aQuote(match);
		await pair(match, quote, wrong);
		await pair(match, quote, wrong);
		expect(round(match).wrong).toHaveLength(1);
		expect([match.quote, match.speaker]).toEqual([quote.key, null]);
		expect(await on.store.confusions()).toHaveLength(1);
	});

	test('says whether the card comes today: one that is suspended or buried does not', async () => {
		const { on, match } = await matching(12);
		const [first, second, third] = round(match).quotes;
		if (!first || !second || !third) throw new Error('The round is too small.');
		await on.store.suspend(first.key, on.clock.moment());
		await on.store.bury(second.key, on.clock.moment());
		expect(match.comesBack(first.key)).toBeUndefined();
		await pair(match, first, third.speaker.name);
		await pair(match, second, third.speaker.name);
		await pair(match, third, first.speaker.name);
		const comesBack = () => [first, second, third].map(({ key }) => match.comesBack(key));
		expect(comesBack()).toEqual([false, false, true]);
		// One that comes in any case does.
		await pair(match, third, second.speaker.name);
		expect(comesBack()).toEqual([false, false, true]);
		match.deal();
		expect(match.comesBack(third.key)).toBeUndefined();
	});

	test.each([1, 2, 3, 4, 5])('is remembered in later rounds (seed %i)', async (seed) => {
		const { match } = await matching(12, DECK, seed);
		const { quote } = aQuote(match);
		const dealt = new Set(round(match).quotes.map(({ speaker }) => speaker.name));
		const spare = round(match).speakers.find(({ name }) => !dealt.has(name));
		if (!spare) throw new Error('The round has spare speakers.');
		await pair(match, quote, spare.name);
		// Left unfinished, so that all quotes are as new as before.
		for (let again = 0; again < 5; again++) {
			match.deal();
			if (!round(match).quotes.some(({ key }) => key === quote.key)) continue;
			expect(round(match).speakers.map(({ name }) => name)).toContain(spare.name);
		}
	});
});

test('a second tap lets go of a quote and of a speaker', async () => {
	const { on, match } = await matching(12);
	const { quote, wrong } = aQuote(match);
	await match.takeQuote(quote.key);
	expect(match.quote).toBe(quote.key);
	await match.takeQuote(quote.key);
	expect(match.quote).toBeNull();
	await match.takeSpeaker(wrong);
	await match.takeSpeaker(wrong);
	expect(match.speaker).toBeNull();
	expect(await on.store.sessionEvents(0)).toEqual([]);
});

test('a speaker whose quote is matched can’t be taken again', async () => {
	const { on, match } = await matching(12);
	const [first, second] = round(match).quotes;
	if (!first || !second) throw new Error('The round is too small.');
	await pair(match, first);
	await pair(match, second, first.speaker.name);
	expect(round(match).wrong).toEqual([]);
	expect(await on.store.sessionEvents(0)).toHaveLength(1);
});
