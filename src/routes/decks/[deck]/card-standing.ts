import type { Card } from '#lib/domain/cards/card.ts';
import { intervalShort } from '#lib/domain/scheduling/describe-interval.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';

/** Where a card stands, in a few words: "new", "due now", "in 8 days". */
export function cardStanding(card: Card, today: StudyDay, now: number): string {
	if (card.suspended) return card.leech ? 'suspended leech' : 'suspended';
	if (card.buriedThrough !== null && card.buriedThrough >= today) return 'back tomorrow';
	if (card.due === null) return 'new';
	if ('at' in card.due) {
		const seconds = Math.round((card.due.at - now) / 1000);
		return seconds <= 0 ? 'due now' : `in ${intervalShort({ seconds })}`;
	}
	const days = card.due.day - today;
	return days <= 0 ? 'due now' : `in ${intervalShort({ days })}`;
}
