import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Card } from '#lib/domain/cards/card.ts';
import { deckId, type DeckId, type EventId, type NoteId } from '#lib/domain/cards/ids.ts';
import { applyEvent } from '#lib/domain/log/apply-event.ts';
import type { Rating, ReviewEvent } from '#lib/domain/log/event.ts';
import { createMemoryModel } from '#lib/domain/memory/fsrs.ts';
import { buildQueue } from '#lib/domain/queue/build-queue.ts';
import {
	exampleCard,
	learningCard,
	noon,
	reviewCard,
	today,
} from '#lib/domain/queue/example-card.ts';
import { isHidden } from '#lib/domain/queue/is-hidden.ts';
import type { Queue } from '#lib/domain/queue/queue.ts';
import { choices } from '#lib/domain/scheduling/choices.ts';
import { reviewDraft } from '#lib/domain/scheduling/review-event.ts';
import { defaultSettings, type Settings } from '#lib/domain/settings/settings.ts';
import { momentOf, type Moment } from '#lib/domain/time/moment.ts';
import { afterAnswer, afterUndo, nextCard } from './session.ts';

const model = createMemoryModel(defaultSettings.parameters);
const second = 1000;

/** Cards with their limits, answered as a store would answer them. */
class Collection {
	readonly #cards: Map<string, Card>;
	readonly #settings: Settings;
	readonly #forward = new Set<Card['id']>();
	readonly #seenNotes = new Set<NoteId>();
	readonly #done = new Map<DeckId, { new: number; reviews: number }>();
	#lastNote: NoteId | null = null;
	#events = 0;

	constructor(cards: readonly Card[], settings: Settings) {
		this.#cards = new Map(cards.map((card) => [card.id, card]));
		this.#settings = settings;
	}

	/** What a wrong pair in a match does to the n-th card. */
	bringForward(index: number): void {
		const card = [...this.#cards.values()][index];
		if (!card || card.suspended || card.state.endsWith('learning')) return;
		this.#cards.set(card.id, { ...card, due: { day: today } });
		this.#forward.add(card.id);
	}

	queue(moment: Moment): Queue {
		const cards = [...this.#cards.values()];
		const done = [...this.#done.values()];
		const limits = new Map(
			cards.map(({ deckId }) => {
				const { new: introduced, reviews } = this.#doneIn(deckId);
				const newLeft = Math.max(0, this.#settings.newPerDay - introduced);
				return [deckId, { newLeft, reviewsLeft: this.#settings.reviewsPerDay - reviews }];
			}),
		);
		const gathered = {
			learning: cards.filter(({ state }) => state.endsWith('learning')),
			due: cards.filter(({ state }) => state === 'review'),
			fresh: cards.filter(({ state }) => state === 'new'),
			seenNotes: this.#seenNotes,
			broughtForward: this.#forward,
			doneToday: {
				new: done.reduce((sum, deck) => sum + deck.new, 0),
				reviews: done.reduce((sum, deck) => sum + deck.reviews, 0),
			},
			lastNote: this.#lastNote,
		};
		return buildQueue(gathered, limits, moment, this.#settings);
	}

	answer(card: Card, rating: Rating, moment: Moment): Card {
		const outcome = choices(card, moment, this.#settings, model)[rating];
		const draft = reviewDraft(card, moment, rating, outcome, second, 'review');
		const id = `event-${String(++this.#events).padStart(6, '0')}` as EventId;
		const event = { ...draft, id, device: 'device', sequence: this.#events } as ReviewEvent;
		const answered = { ...card, ...applyEvent(card, event, model) };
		this.#cards.set(card.id, answered);
		this.#forward.delete(card.id);
		this.#seenNotes.add(card.noteId);
		this.#lastNote = card.noteId;
		const done = this.#doneIn(card.deckId);
		if (card.state === 'new') done.new++;
		if (card.state === 'review') done.reviews++;
		this.#done.set(card.deckId, done);
		return answered;
	}

	#doneIn(deck: DeckId): { new: number; reviews: number } {
		return this.#done.get(deck) ?? { new: 0, reviews: 0 };
	}
}

const anyCards = fc
	.uniqueArray(
		fc.record({
			note: fc.nat(12),
			part: fc.nat(2),
			state: fc.constantFrom('new', 'learning', 'review'),
			due: fc.integer({ min: -6, max: 1 }),
			isHidden: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
			lapses: fc.nat(8),
		}),
		{ selector: ({ note, part }) => `${note}/${part}`, maxLength: 30 },
	)
	.map((seeds) =>
		seeds.map(({ note, part, state, due, isHidden, lapses }) => {
			const name = `note-${note}/${part}`;
			const deck = deckId(note % 2 === 0 ? 'even' : 'odd');
			const own = { deckId: deck, position: part, suspended: isHidden, lapses };
			if (state === 'new') return exampleCard(name, own);
			return state === 'review' ? reviewCard(name, due, own) : learningCard(name, due * 5, own);
		}),
	);

const anySettings: fc.Arbitrary<Settings> = fc
	.record({
		newPerDay: fc.nat(8),
		reviewsPerDay: fc.nat(12),
		burySiblings: fc.boolean(),
		leechAction: fc.constantFrom('tag' as const, 'suspend' as const),
		learningStepsSeconds: fc.constantFrom([60, 600], [], [60], [600, 86_400]),
		relearningStepsSeconds: fc.constantFrom([600], [], [1800]),
	})
	.map((changes) => ({ ...defaultSettings, ...changes }));

const anyAnswers = fc.array(
	fc.record({
		rating: fc.constantFrom<Rating>(1, 2, 3, 4),
		seconds: fc.integer({ min: 1, max: 300 }),
		bringForward: fc.option(fc.nat(29), { freq: 1 }),
	}),
	{ maxLength: 40 },
);

function momentAt(at: number): Moment {
	return momentOf({ now: () => at, utcOffsetMinutes: () => 0 }, 4);
}

test('after any answers the queue is the one that would be built anew', () => {
	fc.assert(
		fc.property(anyCards, anySettings, anyAnswers, (cards, settings, answers) => {
			const collection = new Collection(cards, settings);
			let moment = noon;
			let queue = collection.queue(moment);
			for (const { rating, seconds, bringForward } of answers) {
				const shown = nextCard(queue, moment.at);
				if (shown === null || 'waitUntil' in shown) break;
				expect(isHidden(shown, today)).toBe(false);
				moment = momentAt(moment.at + seconds * second);
				const answered = collection.answer(shown, rating, moment);
				queue = afterAnswer(queue, answered, moment, settings);
				expect(queue).toEqual(collection.queue(moment));
				if (bringForward === null) continue;
				collection.bringForward(bringForward);
				queue = collection.queue(moment);
			}
		}),
	);
});

test('a day on which every card is rated Good ends, each card within its limit shown', () => {
	fc.assert(
		fc.property(anyCards, anySettings, (cards, settings) => {
			const collection = new Collection(cards, settings);
			let at = noon.at;
			let queue = collection.queue(noon);
			const waiting = new Set([...queue.main, ...queue.learning].map(({ id }) => id));
			for (let answers = 0; answers <= 3 * cards.length; answers++) {
				const shown = nextCard(queue, at);
				if (shown === null) break;
				if ('waitUntil' in shown) {
					at = shown.waitUntil;
					continue;
				}
				waiting.delete(shown.id);
				at += 5 * second;
				queue = afterAnswer(
					queue,
					collection.answer(shown, 3, momentAt(at)),
					momentAt(at),
					settings,
				);
			}
			expect(nextCard(queue, at)).toBeNull();
			expect(waiting).toEqual(new Set());
		}),
	);
});

test('after an undo the undone card is next, and every other card stays where it was', () => {
	fc.assert(
		fc.property(anyCards, anySettings, anyAnswers, (cards, settings, answers) => {
			const collection = new Collection(cards, settings);
			let moment = noon;
			let queue = collection.queue(moment);
			for (const { rating, seconds } of answers) {
				const shown = nextCard(queue, moment.at);
				if (shown === null || 'waitUntil' in shown) break;
				moment = momentAt(moment.at + seconds * second);
				const before = queue;
				queue = afterAnswer(queue, collection.answer(shown, rating, moment), moment, settings);
				const undone = afterUndo(queue, shown);
				expect(nextCard(undone, moment.at)).toBe(shown);
				const others = [...before.main, ...before.learning].filter(({ id }) => id !== shown.id);
				expect(new Set([...undone.main, ...undone.learning])).toEqual(new Set(others));
			}
		}),
	);
});
