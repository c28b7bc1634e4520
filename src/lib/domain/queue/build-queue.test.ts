import { expect, test } from 'vitest';
import { noteId } from '#lib/domain/cards/ids.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { exampleCard, learningCard, noon, reviewCard, today } from './example-card.ts';
import { mainOf, newCards, noLimits, queueOf, reviews } from './example-queue.ts';
import type { Queue } from './queue.ts';

test('a brand-new collection shows its first card at once, then the next in the order of the deck', () => {
	expect(mainOf(newCards(4).reverse())).toEqual(['new-0', 'new-1', 'new-2', 'new-3']);
});

test('an empty collection gives an empty queue', () => {
	const { main, learning, front, counts } = queueOf([]);
	expect([main, learning, front]).toEqual([[], [], []]);
	expect(counts).toEqual({ new: 0, learning: 0, review: 0 });
});

test.each([
	{ fresh: 1, due: 4, sorts: 'rrnrr' },
	{ fresh: 2, due: 4, sorts: 'rnrrnr' },
	{ fresh: 3, due: 3, sorts: 'rnrnrn' },
	{ fresh: 4, due: 2, sorts: 'nrnnrn' },
	{ fresh: 0, due: 2, sorts: 'rr' },
	{ fresh: 2, due: 0, sorts: 'nn' },
])('$fresh new cards are spread evenly among $due reviews: $sorts', ({ fresh, due, sorts }) => {
	expect(sortsOf(queueOf([...newCards(fresh), ...reviews(due)]))).toBe(sorts);
});

test('reviews come by due day, those of one day in an order of that study day', () => {
	const late = reviewCard('late', -3);
	const main = mainOf([...reviews(20), late]);
	expect(main[0]).toBe('late');
	expect(main.slice(1)).not.toEqual(reviews(20).map(({ noteId }) => noteId));
	expect(mainOf([late, ...reviews(20).reverse()])).toEqual(main);
	const tomorrow = { ...noon, studyDay: (today + 1) as StudyDay };
	const { main: other } = queueOf([late, ...reviews(20)], {}, noLimits, tomorrow);
	expect(other.map(({ noteId }) => noteId)).not.toEqual(main);
});

test('after a reload the spread goes on from what was done, and the note seen last is not next', () => {
	const sorts = (doneToday: { readonly new: number; readonly reviews: number }) =>
		sortsOf(queueOf([...newCards(2), ...reviews(2)], { doneToday }));
	expect(sorts({ new: 0, reviews: 0 })).toBe('rnrn');
	expect(sorts({ new: 0, reviews: 2 })).toBe('nrnr');
	expect(sorts({ new: 6, reviews: 0 })).toBe('rrnn');
	const cards = newCards(2);
	expect(mainOf(cards, { lastNote: noteId('new-0') })).toEqual(['new-1', 'new-0']);
	expect(mainOf(cards, { lastNote: noteId('new-1') })).toEqual(['new-0', 'new-1']);
});

test('what is due tomorrow, suspended, or buried through today stays out', () => {
	const out = [
		reviewCard('tomorrow', 1),
		reviewCard('suspended', 0, { suspended: true }),
		exampleCard('buried', { buriedThrough: today }),
		learningCard('buried-learning', 0, { buriedThrough: today }),
		exampleCard('new-on-a-later-day', { due: { day: (today + 1) as StudyDay } }),
	];
	const { main, learning } = queueOf(out);
	expect([...main, ...learning]).toEqual([]);
});

test('a card buried through yesterday is back', () => {
	const card = exampleCard('back', { buriedThrough: (today - 1) as StudyDay });
	expect(mainOf([card])).toEqual(['back']);
});

test('a new card brought forward comes before the new ones of the deck, wherever it stands in it', () => {
	const forward = exampleCard('z', { position: 9, due: { day: today } });
	expect(mainOf([...newCards(2), forward])).toEqual(['z', 'new-0', 'new-1']);
});

test('new cards of one place come in the order of their ids', () => {
	const cards = ['b', 'a', 'c'].map((name) => exampleCard(name));
	expect(mainOf(cards)).toEqual(['a', 'b', 'c']);
});

/** The main part of a queue as letters: n is a new card, r a review. */
function sortsOf({ main }: Queue): string {
	return main.map(({ state }) => (state === 'new' ? 'n' : 'r')).join('');
}
