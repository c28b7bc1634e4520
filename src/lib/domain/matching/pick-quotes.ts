import type { CardId } from '#lib/domain/cards/ids.ts';
import { timesConfused, type Confusion } from './confusion.ts';
import type { Quote } from './quote.ts';
import { shuffle } from './shuffle.ts';
import { fold } from './fold.ts';

const quotesAtMost = 6;

/**
 * The quotes of a round: those not yet seen in this sitting first, and among them the ones confused
 * before are likelier. No two look the same, and none may rightly go to the speaker of another.
 *
 * @param speakersAtMost how many speakers the quotes may have between them
 */
export function pickQuotes(
	quotes: readonly Quote[],
	speakersAtMost: number,
	history: readonly Confusion[],
	seen: ReadonlySet<CardId>,
	random: () => number,
): Quote[] {
	const picked: Quote[] = [];
	const names = new Set<string>();
	for (const quote of inOrderOfNeed(quotes, history, seen, random)) {
		if (picked.length === quotesAtMost) break;
		const name = fold(quote.speaker.name);
		if (!names.has(name) && names.size >= speakersAtMost) continue;
		if (picked.some((other) => isAmbiguousBeside(quote, other, quotes))) continue;
		picked.push(quote);
		names.add(name);
	}
	return picked;
}

/** The names a text is attributed to in the deck: more than one when notes disagree. */
export function attributions(text: string, quotes: readonly Quote[]): Set<string> {
	const same = quotes.filter((quote) => fold(quote.text) === fold(text));
	return new Set(same.map(({ speaker }) => fold(speaker.name)));
}

function inOrderOfNeed(
	quotes: readonly Quote[],
	history: readonly Confusion[],
	seen: ReadonlySet<CardId>,
	random: () => number,
): Quote[] {
	const order = shuffle(quotes, random, ({ key }) => 1 + 2 * timesConfused(history, key));
	return order.sort((a, b) => Number(seen.has(a.key)) - Number(seen.has(b.key)));
}

function isAmbiguousBeside(quote: Quote, other: Quote, quotes: readonly Quote[]): boolean {
	if (fold(quote.text) === fold(other.text)) return true;
	const name = fold(quote.speaker.name);
	const otherName = fold(other.speaker.name);
	if (name === otherName) return false;
	return (
		attributions(quote.text, quotes).has(otherName) || attributions(other.text, quotes).has(name)
	);
}
