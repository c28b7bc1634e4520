import type { Card } from '#lib/domain/cards/card.ts';
import type { CardId } from '#lib/domain/cards/ids.ts';
import type { RescheduleEvent } from '#lib/domain/log/event.ts';
import { isHidden } from '#lib/domain/queue/is-hidden.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import type { StoreContext } from '#lib/storage/context/store-context.ts';
import type { CardRow } from '#lib/storage/database/card-row.ts';
import { momentFields } from '#lib/storage/log/event-log.ts';
import { recordOnCard } from './record-on-card.ts';

/** What a person does to a card other than answering it. Nothing is written where nothing would change. */

export async function setSuspended(
	context: StoreContext,
	id: CardId,
	moment: Moment,
	suspended: boolean,
): Promise<Card | null> {
	const { card } = await recordOnCard(context, id, (row) =>
		row.suspended === suspended
			? null
			: { kind: suspended ? 'suspend' : 'unsuspend', ...place(row, moment) },
	);
	return card;
}

export async function bury(
	context: StoreContext,
	id: CardId,
	moment: Moment,
): Promise<Card | null> {
	const { card } = await recordOnCard(context, id, (row) =>
		row.buriedThrough === moment.studyDay
			? null
			: { kind: 'bury', through: moment.studyDay, ...place(row, moment) },
	);
	return card;
}

/**
 * Makes a card due today by hand. A review that is due already is brought forward too, since a limit or a
 * sibling may keep it out; a card that comes in any case, or that is hidden, is left alone.
 */
export async function bringForward(
	context: StoreContext,
	id: CardId,
	moment: Moment,
): Promise<RescheduleEvent | null> {
	const today = moment.studyDay;
	const { event } = await recordOnCard(context, id, (row) =>
		isHidden(row, today) || comesAnyway(row, moment)
			? null
			: { kind: 'reschedule', day: today, ...place(row, moment) },
	);
	return event?.kind === 'reschedule' ? event : null;
}

function comesAnyway({ queue, rank }: CardRow, { studyDay }: Moment): boolean {
	if (queue === 'learning') return true;
	return (queue === 'brought' || queue === 'day-learning') && rank <= studyDay;
}

function place(row: CardRow, moment: Moment) {
	return { cardId: row.id, deckId: row.deckId, ...momentFields(moment) };
}
