import fc from 'fast-check';
import type { Weekday } from '#lib/domain/audition/days-off.ts';
import type { Card } from '#lib/domain/cards/card.ts';
import { cardsOf } from '#lib/domain/cards/cards-of.ts';
import { auditionId, deckId, noteId, type DeviceId } from '#lib/domain/cards/ids.ts';
import type { Note, NoteBody } from '#lib/domain/cards/note.ts';
import { replay } from '#lib/domain/log/replay.ts';
import { createMemoryModel, defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { nextStamp, SEED_STAMP } from '#lib/domain/merge/hybrid-clock.ts';
import { deleted, stamped } from '#lib/domain/merge/record.ts';
import type { Snapshot } from '#lib/domain/merge/snapshot.ts';
import { anyDay, anyEventFields, anyTime, eventsOf } from './any-events.ts';
import { cleanJson } from './clean-json.ts';

const DEVICE = '018f0000-0000-7000-8000-000000000001' as DeviceId;
const DECK = deckId('callbacks');
const model = createMemoryModel(defaultParameters);

const text = fc.string({ unit: 'grapheme', maxLength: 30 });
const anyBody: fc.Arbitrary<NoteBody> = fc.oneof(
	fc.record({ kind: fc.constant('question' as const), question: text, answer: text }),
	fc.record({ kind: fc.constant('cloze' as const), text: text.map((t) => `==x== ${t}`) }),
	fc.record({
		kind: fc.constant('quote' as const),
		text,
		speaker: text,
		role: text,
		credit: text,
	}),
	fc.record({
		kind: fc.constant('list' as const),
		lead: text,
		items: text.map((t) => [
			{ key: 'a', text: t },
			{ key: 'b', text: 'B' },
		]),
	}),
);

const anyAudition = fc.record({
	name: text,
	at: anyTime,
	deckIds: fc.option(fc.constant([DECK])),
	tags: fc.array(text, { maxLength: 2 }),
	minutesPerDay: fc.option(fc.integer({ min: 0, max: 1440 })),
	weekdaysOff: fc.subarray<Weekday>([0, 1, 2, 3, 4, 5, 6]),
	datesOff: fc.array(anyDay, { maxLength: 3 }),
	archived: fc.boolean(),
	predicted: fc.option(fc.double({ min: 0, max: 1, noNaN: true }).map((share) => share + 0)),
});

/** For tests: anything that one device may hold of one deck. */
export const anySnapshot: fc.Arbitrary<Snapshot> = fc
	.record({
		bodies: fc.array(anyBody, { minLength: 1, maxLength: 4 }),
		events: fc.array(anyEventFields, { maxLength: 12 }),
		tags: fc.array(text, { maxLength: 2 }),
		isDeckDeleted: fc.boolean(),
		audition: fc.option(anyAudition),
		future: fc.jsonValue({ maxDepth: 2 }),
	})
	.map(({ bodies, events, tags, isDeckDeleted, audition, future }) => {
		const stamp = nextStamp(SEED_STAMP, 1_700_000_000_000, DEVICE);
		const notes = bodies.map((body, index): Note => ({
			id: noteId(`${DECK}.n${index}`),
			deckId: DECK,
			sectionId: null,
			body,
			tags,
			position: index,
		}));
		const seeds = notes.flatMap(cardsOf);
		const reviews = eventsOf(events, seeds, DEVICE);
		const cards = seeds.map((seed): Card => {
			const own = reviews.filter(({ cardId }) => cardId === seed.id);
			return { ...seed, ...replay(own, model) };
		});
		const deck = stamped(
			{
				id: DECK,
				name: 'Callbacks',
				article: null,
				options: { newPerDay: 5, reviewsPerDay: null },
			},
			SEED_STAMP,
		);
		return {
			decks: [isDeckDeleted ? deleted(deck, stamp) : deck],
			notes: notes.map((note) => stamped(note, stamp)),
			cards,
			bases: [],
			reviews,
			auditions: audition === null ? [] : [stamped({ ...audition, id: auditionId('a') }, stamp)],
			settings: [
				{ key: 'newPerDay', value: 7, stamp },
				{ key: 'futureSetting', value: cleanJson(JSON.parse(JSON.stringify(future))), stamp },
			],
			devices: [{ id: DEVICE, sequence: reviews.length, lastEventTime: 1_700_000_000_500, stamp }],
		};
	});
