import { describe, expect, test } from 'vitest';
import { untouched, type Progress } from '#lib/domain/cards/card.ts';
import type { EventId } from '#lib/domain/cards/ids.ts';
import { createMemoryModel, defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { applyEvent } from './apply-event.ts';
import type { LastingEvent } from './event.ts';

const model = createMemoryModel(defaultParameters);
const place = {
	id: 'e2',
	at: 1_793_610_000_000,
	utcOffsetMinutes: 60,
	rolloverHour: 4,
	studyDay: 100,
};
const outcome = {
	state: 'review',
	stepsLeft: 0,
	interval: { days: 6 },
	leech: false,
	suspended: false,
};

const before = {
	...untouched,
	state: 'review',
	due: { day: 99 },
	memory: { stability: 5, difficulty: 5 },
	reps: 3,
	lapses: 1,
	lastReviewedAt: place.at - 400_000_000,
	lastReviewedDay: 95,
	buriedThrough: 99,
	head: 'e1',
} as unknown as Progress;

const event = (fields: object) => ({ ...place, ...fields }) as unknown as LastingEvent;
const review = (rating: number, changes: object = {}) =>
	event({
		kind: 'review',
		rating,
		durationMs: 1,
		from: 'review',
		via: 'review',
		outcome: { ...outcome, ...changes },
	});

test('a review gives the card what its outcome promised, and its memory anew', () => {
	const head = 'e2' as EventId;
	expect(applyEvent(before, review(3), model)).toEqual({
		state: 'review',
		due: { day: 106 },
		memory: model.next(before.memory, 5, 3),
		reps: 4,
		lapses: 1,
		stepsLeft: 0,
		lastReviewedAt: place.at,
		lastReviewedDay: 100,
		suspended: false,
		buriedThrough: null,
		leech: false,
		head,
	});
});

test('a first review has no days behind it', () => {
	const { memory } = applyEvent(untouched, review(3), model);
	expect(memory).toEqual(model.next(null, 0, 3));
	const again = { ...before, lastReviewedDay: null };
	expect(applyEvent(again, review(3), model).memory).toEqual(model.next(before.memory, 0, 3));
});

test('a step within the day falls due by the clock', () => {
	const changes = { state: 'relearning', stepsLeft: 1, interval: { seconds: 600 } };
	expect(applyEvent(before, review(1, changes), model)).toMatchObject({
		state: 'relearning',
		due: { at: place.at + 600_000 },
		stepsLeft: 1,
	});
});

test.each([
	['review', 1, 2],
	['review', 2, 1],
	['review', 3, 1],
	['relearning', 1, 1],
	['learning', 1, 1],
] as const)('of a card in %s, a rating of %i leaves %i lapses', (state, rating, lapses) => {
	expect(applyEvent({ ...before, state }, review(rating), model)).toMatchObject({ lapses });
});

describe.each(['leech', 'suspended'] as const)('%s', (key) => {
	test.each([
		[false, false, false],
		[false, true, true],
		[true, false, true],
		[true, true, true],
	])('was %s, the outcome says %s, is then %s', (was, says, is) => {
		const after = applyEvent({ ...before, [key]: was }, review(1, { [key]: says }), model);
		expect(after[key]).toBe(is);
	});
});

test.each([
	[{ kind: 'practice' }, {}],
	[
		{ kind: 'reschedule', day: 120 },
		{ due: { day: 120 }, head: 'e2' },
	],
	[{ kind: 'suspend' }, { suspended: true, head: 'e2' }],
	[
		{ kind: 'bury', through: 100 },
		{ buriedThrough: 100, head: 'e2' },
	],
])('%o changes nothing but what it is for', (fields, change) => {
	expect(applyEvent(before, event(fields), model)).toEqual({ ...before, ...change });
});

test('unsuspending brings a suspended card back', () => {
	const suspended = { ...before, suspended: true };
	expect(applyEvent(suspended, event({ kind: 'unsuspend' }), model)).toEqual({
		...before,
		head: 'e2',
	});
});

test('a reset leaves nothing but the suspension', () => {
	for (const suspended of [true, false]) {
		expect(applyEvent({ ...before, suspended }, event({ kind: 'reset' }), model)).toEqual({
			...untouched,
			suspended,
			head: 'e2',
		});
	}
});
