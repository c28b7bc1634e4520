import type { CardId } from '#lib/domain/cards/ids.ts';
import type { Confusion } from './confusion.ts';
import { pickQuotes } from './pick-quotes.ts';
import { pickSpares } from './pick-spares.ts';
import type { Quote, Speaker } from './quote.ts';
import { shuffle } from './shuffle.ts';
import { speakersOf } from './speakers-of.ts';
import { fold } from './fold.ts';

/** A quote taken for another speaker's. */
export interface WrongPair {
	readonly key: CardId;
	readonly said: string;
	readonly right: string;
}

/** What came of the latest attempt, to be announced. */
export interface Verdict {
	readonly key: CardId;
	readonly said: string;
	readonly isRight: boolean;
}

/** A round of the matching game as plain data. */
export interface Round {
	readonly quotes: readonly Quote[];
	/** Each name once, spare speakers among them. */
	readonly speakers: readonly Speaker[];
	/** Keys of the matched quotes, in the order they were matched. */
	readonly matched: readonly CardId[];
	/** Every wrong attempt, in order. */
	readonly wrong: readonly WrongPair[];
	readonly latest: Verdict | null;
}

const sparesAtMost = 2;

/**
 * Deals up to six quotes, their speakers and up to two spare speakers.
 *
 * A deck with few speakers gets fewer quotes rather than no spare, so that the last pair is a choice;
 * with one or two speakers none can be spared. Null when there is no quote.
 *
 * @param quotes all quotes of the deck
 * @param random gives numbers from 0 up to 1
 * @param seen keys of the quotes that this sitting has shown; the others come first
 */
export function dealRound(
	quotes: readonly Quote[],
	history: readonly Confusion[],
	random: () => number,
	seen: ReadonlySet<CardId> = new Set(),
): Round | null {
	if (quotes.length === 0) return null;
	const speakers = speakersOf(quotes).length;
	const spared = Math.min(sparesAtMost, Math.floor(speakers / 3));
	const dealt = pickQuotes(quotes, speakers - spared, history, seen, random);
	const spares = pickSpares(dealt, quotes, sparesAtMost, history, random);
	return {
		quotes: shuffle(dealt, random),
		speakers: shuffle([...speakersOf(dealt), ...spares], random),
		matched: [],
		wrong: [],
		latest: null,
	};
}

/**
 * Pairs a quote with a speaker: they match, or the wrong pair is recorded. A speaker is right for each
 * of his quotes. An attempt with what is no longer available, or with a name that was wrong for the quote before,
 * changes nothing.
 */
export function attempt(round: Round, key: CardId, said: string): Round {
	const quote = round.quotes.find((quote) => quote.key === key);
	if (!quote || round.matched.includes(key) || !isAvailable(round, said)) return round;
	if (round.wrong.some((pair) => pair.key === key && pair.said === said)) return round;
	const right = quote.speaker.name;
	const isRight = fold(right) === fold(said);
	const latest = { key, said, isRight };
	return isRight
		? { ...round, matched: [...round.matched, key], latest }
		: { ...round, wrong: [...round.wrong, { key, said, right }], latest };
}

/** Whether a speaker can still be taken: spare speakers always, others until their quotes are matched. */
export function isAvailable({ speakers, quotes, matched }: Round, name: string): boolean {
	const isNamed = (speaker: Speaker) => fold(speaker.name) === fold(name);
	if (!speakers.some(isNamed)) return false;
	const own = quotes.filter(({ speaker }) => isNamed(speaker));
	return own.length === 0 || own.some(({ key }) => !matched.includes(key));
}

export function isOver({ quotes, matched }: Round): boolean {
	return matched.length === quotes.length;
}
