import type { Card } from '#lib/domain/cards/card.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import { admit } from './admit.ts';
import { arrange } from './arrange.ts';
import type { Gathered, Limits, Queue, QueueOptions } from './queue.ts';
import { seededOrder } from './seeded-order.ts';
import { sortOut } from './sort-out.ts';

/**
 * The queue of a study day.
 *
 * Learning cards all come. Reviews and new cards come within their deck's limits and, when siblings are
 * buried, one to a note and day; a review goes before its new sibling. Cards brought forward come in
 * any case, use up their deck's limit and keep their siblings away.
 */
export function buildQueue(
	gathered: Gathered,
	limits: Limits,
	moment: Moment,
	options: QueueOptions,
): Queue {
	const today = moment.studyDay;
	const { timed, dayLearning, forward, due, fresh } = sortOut(gathered, today);
	const learning = [...timed, ...dayLearning];
	const notes = new Set([...gathered.seenNotes, ...learning.map((card) => card.noteId)]);
	const admitted = admit(
		{ forward, due: seededOrder(due, today), fresh: byPosition(fresh) },
		limits,
		options.burySiblings ? notes : null,
	);
	const basis = {
		reviews: seededOrder([...admitted.filter((card) => !isNew(card)), ...dayLearning], today),
		fresh: byPosition(admitted.filter(isNew)),
		broughtForward: new Set(forward.map((card) => card.id)),
		doneToday: gathered.doneToday ?? { new: 0, reviews: 0 },
		lastNote: gathered.lastNote ?? null,
		moment,
	};
	return arrange(basis, timed, []);
}

function isNew(card: Card): boolean {
	return card.state === 'new';
}

/** In the order of the deck; a card brought forward goes first. */
function byPosition(cards: readonly Card[]): Card[] {
	return [...cards].sort(
		(a, b) =>
			Number(a.due === null) - Number(b.due === null) ||
			a.position - b.position ||
			(a.id < b.id ? -1 : 1),
	);
}
