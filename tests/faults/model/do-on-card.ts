import { expect } from 'vitest';
import type { Card } from '#lib/domain/cards/card.ts';
import type { CardId } from '#lib/domain/cards/ids.ts';
import type { EventDraft, LogEvent } from '#lib/domain/log/event.ts';
import { choices } from '#lib/domain/scheduling/choices.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import type { OnCard } from './act.ts';
import type { Pair } from './pair.ts';

/** Does an act on a card and gives the events that should come of it, in order. */
export async function doOnCard(pair: Pair, deed: OnCard): Promise<EventDraft[]> {
	const { real, plain } = pair;
	const ids = await real.cardIds();
	const id = ids[deed.card % Math.max(1, ids.length)];
	if (id === undefined) return [];
	const card = await real.card(id);
	const moment = await real.moment();
	const place = { cardId: id, deckId: card.deckId, ...moment };
	switch (deed.act) {
		case 'review':
			return review(pair, card, deed, moment);
		case 'practise':
		case 'match': {
			const { rating } = deed;
			const drill = deed.act === 'match' ? 'match' : deed.drill;
			const confusedWith = deed.act === 'match' && rating === 1 ? 'Bob' : null;
			const result = { drill, rating, durationMs: 900, confusedWith } as const;
			await real.store.practice({ cardId: id, deckId: card.deckId, moment, ...result });
			const practised: EventDraft = { kind: 'practice', ...place, ...result };
			return confusedWith === null ? [practised] : [practised, ...(await bring(pair, id, moment))];
		}
		case 'bring':
			return bring(pair, id, moment);
		case 'suspend':
		case 'unsuspend': {
			await real.store[deed.act](id, moment);
			const isDone = plain.progressOf(id).suspended === (deed.act === 'suspend');
			return isDone ? [] : [{ kind: deed.act, ...place }];
		}
		case 'bury': {
			await real.store.bury(id, moment);
			const isDone = plain.progressOf(id).buriedThrough === moment.studyDay;
			return isDone ? [] : [{ kind: 'bury', through: moment.studyDay, ...place }];
		}
	}
}

async function review(
	{ real, plain }: Pair,
	card: Card,
	{ rating, stale }: Extract<OnCard, { act: 'review' }>,
	moment: Moment,
): Promise<EventDraft[]> {
	const outcome = choices(card, moment, plain.settings, plain.model)[rating];
	const shown: Card = stale ? { ...card, head: 'another' as LogEvent['id'] } : card;
	const request = {
		card: shown,
		moment,
		rating,
		outcome,
		durationMs: 1234.4,
		via: 'review',
	} as const;
	// As on the screen, or faster than it reads ahead.
	if (rating > 1) await real.store.expectAnswer(shown, moment.studyDay);
	const answered = await real.store.answer(request);
	expect(answered.kind).toBe(stale ? 'stale' : 'done');
	if (stale) return [];
	const { id: cardId, deckId, state: from } = card;
	return [
		{
			kind: 'review',
			cardId,
			deckId,
			...moment,
			rating,
			durationMs: 1234,
			from,
			outcome,
			via: 'review',
		},
	];
}

async function bring({ real, plain }: Pair, id: CardId, moment: Moment): Promise<EventDraft[]> {
	const today = moment.studyDay;
	const { deckId } = await real.card(id);
	await real.store.bringForward(id, moment);
	const { suspended, buriedThrough, due, state } = plain.progressOf(id);
	const isHidden = suspended || (buriedThrough !== null && buriedThrough >= today);
	const isReview = state === 'review' && !plain.isBrought(id);
	const comesAnyway = due !== null && ('at' in due || (!isReview && due.day <= today));
	return isHidden || comesAnyway
		? []
		: [{ kind: 'reschedule', day: today, cardId: id, deckId, ...moment }];
}
