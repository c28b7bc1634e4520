import { untouched, type Card } from '#lib/domain/cards/card.ts';
import { cardsOf } from '#lib/domain/cards/cards-of.ts';
import { deckId } from '#lib/domain/cards/ids.ts';
import { noteId } from '#lib/domain/cards/ids.ts';
import type { Note } from '#lib/domain/cards/note.ts';
import { applyEvent } from '#lib/domain/log/apply-event.ts';
import type { LogEvent, Outcome, Rating } from '#lib/domain/log/event.ts';
import type { EventDraft } from '#lib/domain/log/event.ts';
import type { MemoryModel } from '#lib/domain/memory/fsrs.ts';
import { reviewDraft } from '#lib/domain/scheduling/review-event.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import { addDays, type StudyDay } from '#lib/domain/time/study-day.ts';
import type { CardRow } from '#lib/storage/database/card-row.ts';
import { cardRow } from '#lib/storage/database/card-row.ts';

export interface Size {
	readonly cards: number;
	readonly events: number;
	readonly decks: number;
}

const DAY_MS = 86_400_000;
const MINUTES_BETWEEN_STEPS = 10;

/** Numbers that follow from a seed alone (mulberry32, public domain). */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let bits = Math.imul(state ^ (state >>> 15), 1 | state);
		bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
		return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
	};
}

export function deckNames(count: number) {
	return Array.from({ length: count }, (_, index) => deckId(`large-${index}`));
}

/** One question each, dealt out over the decks. */
export function notesOf({ cards, decks }: Size): Note[] {
	const names = deckNames(decks);
	return Array.from({ length: cards }, (_, index) => {
		const deck = names[index % decks] ?? deckId('large-0');
		return {
			id: noteId(`${deck}.line-${index}`),
			deckId: deck,
			sectionId: null,
			body: {
				kind: 'question',
				question: `What does scene ${index % 97} ask of you in line ${index}?`,
				answer: `To listen first, and then to answer as if for the first time (${index}).`,
			},
			tags: [],
			position: Math.floor(index / decks),
		};
	});
}

/**
 * The life of a collection, one study day after another up to the last: cards due are answered, as well as
 * FSRS expects, then new ones come while the day's share of events is not used up. Now and then an answer
 * is taken back, a drill is played, a card is suspended.
 */
export class History {
	readonly #cards: Card[];
	readonly #model: MemoryModel;
	readonly #random: () => number;
	readonly #due = new Map<StudyDay, number[]>();
	#unseen = 0;

	constructor(notes: readonly Note[], model: MemoryModel, random: () => number) {
		this.#cards = notes.flatMap(cardsOf).map((seed) => ({ ...seed, ...untouched }));
		this.#model = model;
		this.#random = random;
	}

	/** The rows as the events so far made them. */
	rows(): CardRow[] {
		return this.#cards.map((card) => cardRow(card, false));
	}

	/** One day's events, `share` or so. @param place gives a draft its place in the log */
	day(day: StudyDay, share: number, place: (draft: EventDraft) => LogEvent): void {
		let left = share;
		let at = day * DAY_MS + 9 * 3_600_000;
		const step = Math.min(9000, (12 * 3_600_000) / share);
		const moment = (): Moment => {
			at += Math.floor(step * (0.5 + this.#random()));
			return { at, utcOffsetMinutes: 0, rolloverHour: 4, studyDay: day };
		};
		const waiting = this.#due.get(day) ?? [];
		this.#due.delete(day);
		const again: number[] = [];
		for (const index of waiting) {
			if (left > 0) {
				left -= this.#answer(index, moment(), again, place);
			} else this.#postpone(index, addDays(day, 1));
		}
		while (left > 2 && this.#unseen < this.#cards.length) {
			left -= 2 * this.#answer(this.#unseen++, moment(), again, place);
		}
		at += MINUTES_BETWEEN_STEPS * 60_000;
		for (const index of again) left -= this.#answer(index, moment(), null, place);
		for (; left > 0; left--)
			this.#practise(Math.floor(this.#random() * this.#unseen), moment(), place);
	}

	#answer(
		index: number,
		moment: Moment,
		again: number[] | null,
		place: (draft: EventDraft) => LogEvent,
	): number {
		const card = this.#cards[index];
		if (!card || card.suspended) return 0;
		const outcome = (rating: Rating) => this.#outcome(card, moment, rating, again !== null);
		const rating = this.#rating(card, moment);
		const draft = reviewDraft(
			card,
			moment,
			rating,
			outcome(rating),
			Math.floor(2000 + this.#random() * 9000),
			'review',
		);
		const event = place(draft);
		if (event.kind !== 'review') return 0;
		const after: Card = { ...card, ...applyEvent(card, event, this.#model) };
		this.#cards[index] = after;
		if (after.state === 'review' && after.due && 'day' in after.due) {
			this.#postpone(index, after.due.day);
		} else again?.push(index);
		return 1;
	}

	#outcome(card: Card, { studyDay }: Moment, rating: Rating, mayRepeat: boolean): Outcome {
		const isLearning = card.state !== 'review';
		const repeats = mayRepeat && (rating === 1 || card.state === 'new');
		if (repeats) {
			const state = card.state === 'review' ? 'relearning' : 'learning';
			const interval = { seconds: MINUTES_BETWEEN_STEPS * 60 };
			return { state, stepsLeft: 1, interval, leech: false, suspended: false };
		}
		const elapsed = card.lastReviewedDay === null ? 0 : studyDay - card.lastReviewedDay;
		const { stability } = this.#model.next(card.memory, isLearning ? 0 : elapsed, rating);
		const days = Math.max(
			1,
			Math.min(36_500, Math.round(stability * (0.95 + this.#random() / 10))),
		);
		return { state: 'review', stepsLeft: 0, interval: { days }, leech: false, suspended: false };
	}

	#rating({ memory, lastReviewedAt }: Card, { at }: Moment): Rating {
		const recall = memory
			? this.#model.retrievability(memory, Math.max(0, at - (lastReviewedAt ?? at)) / DAY_MS)
			: 0.8;
		if (this.#random() > recall) return 1;
		const ease = this.#random();
		return ease < 0.1 ? 2 : ease < 0.92 ? 3 : 4;
	}

	#practise(index: number, moment: Moment, place: (draft: EventDraft) => LogEvent): void {
		const card = this.#cards[index];
		if (!card) return;
		place({
			kind: 'practice',
			...moment,
			cardId: card.id,
			deckId: card.deckId,
			drill: 'again',
			rating: this.#random() < 0.8 ? 3 : 1,
			durationMs: 3000,
			confusedWith: null,
		});
	}

	#postpone(index: number, day: StudyDay): void {
		const list = this.#due.get(day);
		if (list) list.push(index);
		else this.#due.set(day, [index]);
	}
}
