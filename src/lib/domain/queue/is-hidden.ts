import type { Card } from '#lib/domain/cards/card.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';

/** Whether a card stays out of a study day's queue: suspended, or buried through that day. */
export function isHidden(card: Card, today: StudyDay): boolean {
	return card.suspended || (card.buriedThrough !== null && card.buriedThrough >= today);
}
