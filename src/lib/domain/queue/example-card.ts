import { untouched, type Card } from '#lib/domain/cards/card.ts';
import { cardId, deckId, noteId } from '#lib/domain/cards/ids.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';

/** For tests: the study day that the examples take for today. */
export const today = 20_000 as StudyDay;

/** For tests: noon of today. */
export const noon: Moment = {
	at: today * 86_400_000 + 12 * 3_600_000,
	utcOffsetMinutes: 0,
	rolloverHour: 4,
	studyDay: today,
};

/** For tests: a new card, changed as the test needs it. `name` is `<note>/<part>` or a note alone. */
export function exampleCard(name: string, changes: Partial<Card> = {}): Card {
	const [note = '', part = 'answer'] = name.split('/');
	return {
		...untouched,
		id: cardId(noteId(note), part),
		noteId: noteId(note),
		deckId: deckId('deck'),
		kind: 'question',
		position: 0,
		...changes,
	};
}

/** For tests: a card in review, due some days from today. */
export function reviewCard(name: string, dueInDays: number, changes: Partial<Card> = {}): Card {
	return exampleCard(name, {
		state: 'review',
		due: { day: (today + dueInDays) as StudyDay },
		memory: { stability: 10, difficulty: 5 },
		reps: 3,
		lastReviewedAt: noon.at - 10 * 86_400_000,
		lastReviewedDay: (today - 10) as StudyDay,
		...changes,
	});
}

/** For tests: a card in learning, due some minutes from noon. */
export function learningCard(
	name: string,
	dueInMinutes: number,
	changes: Partial<Card> = {},
): Card {
	return exampleCard(name, {
		state: 'learning',
		due: { at: noon.at + dueInMinutes * 60_000 },
		memory: { stability: 1, difficulty: 5 },
		reps: 1,
		stepsLeft: 1,
		lastReviewedAt: noon.at - 60_000,
		lastReviewedDay: today,
		...changes,
	});
}
