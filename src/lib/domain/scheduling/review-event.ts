import type { Card } from '#lib/domain/cards/card.ts';
import type { EventDraft, Outcome, Rating, ReviewEvent } from '#lib/domain/log/event.ts';
import type { Moment } from '#lib/domain/time/moment.ts';

/**
 * The event that stores an answer just as its button promised it.
 *
 * @param outcome what `choices` gave for this card, moment and rating
 * @param durationMs from the card's being shown to its rating
 */
export function reviewDraft(
	card: Pick<Card, 'id' | 'deckId' | 'state'>,
	moment: Moment,
	rating: Rating,
	outcome: Outcome,
	durationMs: number,
	via: ReviewEvent['via'],
): Extract<EventDraft, { kind: 'review' }> {
	return {
		kind: 'review',
		at: moment.at,
		utcOffsetMinutes: moment.utcOffsetMinutes,
		rolloverHour: moment.rolloverHour,
		studyDay: moment.studyDay,
		cardId: card.id,
		deckId: card.deckId,
		rating,
		durationMs,
		from: card.state,
		outcome,
		via,
	};
}
