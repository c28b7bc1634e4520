import type { Card } from '#lib/domain/cards/card.ts';
import { arrange } from '#lib/domain/queue/arrange.ts';
import { isHidden } from '#lib/domain/queue/is-hidden.ts';
import { learnAheadMs as twentyMinutes } from '#lib/domain/queue/learn-ahead.ts';
import { dueAt, isTimed } from '#lib/domain/queue/learning-order.ts';
import {
	cardsOf,
	type Basis,
	type DoneToday,
	type Queue,
	type QueueOptions,
} from '#lib/domain/queue/queue.ts';
import type { Moment } from '#lib/domain/time/moment.ts';

/** Nothing to show now; the instant (ms) at which the next learning card is due. */
export interface Wait {
	readonly waitUntil: number;
}

/**
 * The card to show: one whose answer was undone, a learning card that is due, the next review or new
 * card, a learning card that is due soon (but the one just answered only if it is the only one). Null
 * at the end of the day's work.
 */
export function nextCard(
	queue: Queue,
	now: number,
	learnAheadMs = twentyMinutes,
): Card | Wait | null {
	const undone = queue.front[0];
	if (undone) return undone;
	const soonest = queue.learning[0];
	if (soonest && dueAt(soonest) <= now) return soonest;
	const { first } = queue;
	if (first) return first;
	if (!soonest) return null;
	const soon = queue.learning.filter((card) => dueAt(card) <= now + learnAheadMs);
	const other = soon.find((card) => card.noteId !== queue.basis.lastNote);
	return other ?? soon[0] ?? { waitUntil: dueAt(soonest) };
}

/** The queue once a card was answered; the same as a queue built anew from the changed collection. */
export function afterAnswer(
	queue: Queue,
	answered: Card,
	moment: Moment,
	options: QueueOptions,
): Queue {
	const { basis } = queue;
	const isAnswered = ({ id }: Card) => id === answered.id;
	const before = cardsOf(queue).find(isAnswered);
	const stays = (card: Card) =>
		!isAnswered(card) &&
		(!options.burySiblings ||
			card.noteId !== answered.noteId ||
			basis.broughtForward.has(card.id) ||
			!(card.state === 'new' || card.state === 'review'));
	const learning = queue.learning.filter((card) => !isAnswered(card));
	if (isTimed(answered) && !isHidden(answered, moment.studyDay)) learning.push(answered);
	const next: Basis = {
		...basis,
		reviews: basis.reviews.filter(stays),
		fresh: basis.fresh.filter(stays),
		broughtForward: new Set([...basis.broughtForward].filter((id) => id !== answered.id)),
		doneToday: counted(basis.doneToday, before),
		lastNote: answered.noteId,
		moment,
	};
	return arrange(next, learning, queue.front.filter(stays));
}

/** The queue once a card was suspended, buried or deleted. */
export function afterRemoval(queue: Queue, removed: Pick<Card, 'id'>): Queue {
	const stays = (card: Card) => card.id !== removed.id;
	const { basis } = queue;
	return arrange(
		{ ...basis, reviews: basis.reviews.filter(stays), fresh: basis.fresh.filter(stays) },
		queue.learning.filter(stays),
		queue.front.filter(stays),
	);
}

/**
 * The queue with a card whose answer was undone: the card, as it was before, is the next to be shown,
 * unless it was suspended or buried before too.
 *
 * @param queue as it was, or built anew since the undo
 */
export function afterUndo(queue: Queue, card: Card): Queue {
	const rest = afterRemoval(queue, card);
	const isShown = !isHidden(card, rest.basis.moment.studyDay);
	return arrange(rest.basis, rest.learning, isShown ? [card, ...rest.front] : rest.front);
}

function counted(done: DoneToday, before: Card | undefined): DoneToday {
	if (before?.state === 'new') return { ...done, new: done.new + 1 };
	if (before?.state === 'review') return { ...done, reviews: done.reviews + 1 };
	return done;
}
