import { cardId, noteId } from '#lib/domain/cards/ids.ts';
import type { Quote } from './quote.ts';

/** For tests: a quote; its key is `<name>/speaker`. */
export function exampleQuote(
	name: string,
	speaker: string,
	{ role = 'actor', text = `What ${name} says` } = {},
): Quote {
	const key = cardId(noteId(name), 'speaker');
	return { key, text, speaker: { name: speaker, role, credit: `Credit of ${speaker}` } };
}

/** For tests: quotes q0, q1, … of speakers S0, S1, … */
export function quotesOfDifferentSpeakers(count: number): Quote[] {
	return Array.from({ length: count }, (_, index) => exampleQuote(`q${index}`, `S${index}`));
}

/** For tests: repeatable random numbers (the minimal standard generator of Park and Miller, 1988). */
export function seededRandom(seed: number): () => number {
	let state = (Math.abs(seed) % 2_147_483_646) + 1;
	return () => {
		state = (state * 48_271) % 2_147_483_647;
		return state / 2_147_483_647;
	};
}
