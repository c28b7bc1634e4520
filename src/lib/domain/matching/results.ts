import type { CardId } from '#lib/domain/cards/ids.ts';
import type { Round } from './round.ts';

/** What a round says about one quote. */
export interface Result {
	readonly key: CardId;
	/** Matched without a wrong attempt before. */
	readonly firstTry: boolean;
	/** Speakers it was taken for, in order; each once. */
	readonly confusedWith: readonly string[];
}

/** A result for each quote that was matched or attempted, in the order of the round. */
export function resultsOf({ quotes, matched, wrong }: Round): Result[] {
	return quotes.flatMap(({ key }) => {
		const said = wrong.filter((pair) => pair.key === key).map((pair) => pair.said);
		if (said.length === 0 && !matched.includes(key)) return [];
		return [{ key, firstTry: said.length === 0, confusedWith: [...new Set(said)] }];
	});
}
