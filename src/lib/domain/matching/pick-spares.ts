import { timesConfused, type Confusion } from './confusion.ts';
import { attributions } from './pick-quotes.ts';
import type { Quote, Speaker } from './quote.ts';
import { shuffle } from './shuffle.ts';
import { speakersOf } from './speakers-of.ts';
import { fold } from './fold.ts';

/**
 * Speakers that are wrong for every quote of a round, the most plausible first: those confused with
 * the round's quotes or speakers before, then those of the same role, then any.
 *
 * @param dealt the quotes of the round
 * @param quotes all quotes of the deck
 */
export function pickSpares(
	dealt: readonly Quote[],
	quotes: readonly Quote[],
	howMany: number,
	history: readonly Confusion[],
	random: () => number,
): Speaker[] {
	const right = new Set(dealt.flatMap(({ text }) => [...attributions(text, quotes)]));
	for (const { speaker } of dealt) right.add(fold(speaker.name));
	const candidates = speakersOf(quotes).filter(({ name }) => !right.has(fold(name)));
	return shuffle(candidates, random)
		.map((speaker) => ({
			speaker,
			confused: confusedWith(speaker, dealt, quotes, history),
			alike: dealt.filter((quote) => hasSameRole(speaker, quote.speaker)).length,
		}))
		.sort((a, b) => b.confused - a.confused || b.alike - a.alike)
		.slice(0, howMany)
		.map(({ speaker }) => speaker);
}

/** How often the speaker was taken for a dealt one, or a dealt one for the speaker. */
function confusedWith(
	{ name }: Speaker,
	dealt: readonly Quote[],
	quotes: readonly Quote[],
	history: readonly Confusion[],
): number {
	let times = 0;
	for (const { key } of dealt) times += timesConfused(history, key, name);
	for (const { key, speaker } of quotes) {
		if (fold(speaker.name) !== fold(name)) continue;
		for (const { name: dealtName } of speakersOf(dealt)) {
			times += timesConfused(history, key, dealtName);
		}
	}
	return times;
}

function hasSameRole(a: Speaker, b: Speaker): boolean {
	return fold(a.role) !== '' && fold(a.role) === fold(b.role);
}
