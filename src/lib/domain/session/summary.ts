import type { CardId } from '#lib/domain/cards/ids.ts';
import { effectiveEvents } from '#lib/domain/log/effective-events.ts';
import type { LogEvent, ReviewEvent } from '#lib/domain/log/event.ts';

/** What a session came to. */
export interface Summary {
	/** Different cards answered. */
	readonly cards: number;
	readonly answers: number;
	readonly durationMs: number;
	/** Share, 0 to 1, of the cards in review that were remembered; null when none was in review. */
	readonly remembered: number | null;
	/** Cards rated Again or Hard, the most missed first. */
	readonly hard: readonly CardId[];
}

/** Sums up the reviews among a session's events, without those that were undone. */
export function summarise(events: readonly LogEvent[]): Summary {
	const answers = effectiveEvents(events).filter((event) => event.kind === 'review');
	const reviews = answers.filter(({ from }) => from === 'review');
	return {
		cards: new Set(answers.map(({ cardId }) => cardId)).size,
		answers: answers.length,
		durationMs: answers.reduce((sum, { durationMs }) => sum + durationMs, 0),
		remembered:
			reviews.length === 0
				? null
				: reviews.filter(({ rating }) => rating >= 2).length / reviews.length,
		hard: hardCards(answers),
	};
}

function hardCards(answers: readonly ReviewEvent[]): CardId[] {
	const tally = new Map<CardId, { again: number; hard: number }>();
	for (const { cardId, rating } of answers) {
		if (rating > 2) continue;
		const { again, hard } = tally.get(cardId) ?? { again: 0, hard: 0 };
		tally.set(cardId, rating === 1 ? { again: again + 1, hard } : { again, hard: hard + 1 });
	}
	return [...tally]
		.sort(([, a], [, b]) => b.again - a.again || b.hard - a.hard)
		.map(([cardId]) => cardId);
}
