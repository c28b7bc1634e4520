import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Progress } from '#lib/domain/cards/card.ts';
import { cardId, deckId, noteId, type DeviceId, type EventId } from '#lib/domain/cards/ids.ts';
import { applyEvent } from '#lib/domain/log/apply-event.ts';
import type { Rating, ReviewEvent } from '#lib/domain/log/event.ts';
import { createMemoryModel, defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { defaultSettings } from '#lib/domain/settings/settings.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import { addDays, studyDayOf, type StudyDay } from '#lib/domain/time/study-day.ts';
import { choices, type Scheduled } from './choices.ts';
import { reviewDraft } from './review-event.ts';

const model = createMemoryModel(defaultParameters);
const deck = deckId('callbacks');
const today = 20_500;

const days = fc.integer({ min: today - 3000, max: today + 10 }).map((day) => day as StudyDay);
const steps = fc.array(fc.constantFrom(30, 60, 90, 600, 3600, 43_200, 86_400, 129_600, 259_200), {
	maxLength: 4,
});

const states = fc.record<Progress>({
	state: fc.constantFrom('new', 'learning', 'review', 'relearning'),
	due: fc.option(
		fc.oneof(
			days.map((day) => ({ day })),
			fc.nat().map((at) => ({ at })),
		),
	),
	memory: fc.option(
		fc.record({
			stability: fc.double({ min: 0.001, max: 36_500, noNaN: true }),
			difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
		}),
		{ freq: 8 },
	),
	reps: fc.nat(300),
	lapses: fc.nat(40),
	stepsLeft: fc.nat(5),
	lastReviewedAt: fc.option(fc.nat()),
	lastReviewedDay: fc.option(days),
	suspended: fc.boolean(),
	buriedThrough: fc.option(days),
	leech: fc.boolean(),
	head: fc.constant('before' as EventId),
});

const moments = fc
	.record({
		at: fc.integer({ min: today * 86_400_000, max: (today + 1) * 86_400_000 }),
		utcOffsetMinutes: fc.constantFrom(-600, -210, 0, 60, 345, 840),
		rolloverHour: fc.integer({ min: 0, max: 23 }),
	})
	.map((place): Moment => ({
		...place,
		studyDay: studyDayOf(place.at, place.utcOffsetMinutes, place.rolloverHour),
	}));

const options = fc
	.record({
		desiredRetention: fc.double({ min: 0.7, max: 0.99, noNaN: true }),
		learningStepsSeconds: steps,
		relearningStepsSeconds: steps,
		maximumIntervalDays: fc.constantFrom(1, 30, 365, 36_500),
		leechThreshold: fc.integer({ min: 0, max: 12 }),
		leechAction: fc.constantFrom('tag', 'suspend'),
	})
	.map((some) => ({ ...defaultSettings, ...some }));

test('what a button says is what is stored, for 10,000 random states', () => {
	fc.assert(
		fc.property(states, fc.nat(), moments, options, fc.constantFrom<Rating>(1, 2, 3, 4), check),
		{ numRuns: 10_000 },
	);
}, 60_000);

function check(
	state: Progress,
	n: number,
	moment: Moment,
	settings: typeof defaultSettings,
	rating: Rating,
) {
	const card: Scheduled = { ...state, id: cardId(noteId(`note-${n}`), 'answer') };
	const preview = choices(card, moment, settings, model);
	const answer = choices(structuredClone(card), { ...moment }, { ...settings }, model);
	expect(answer).toEqual(preview);

	const shown = preview[rating];
	const draft = reviewDraft(
		{ ...card, deckId: deck },
		moment,
		rating,
		answer[rating],
		4000,
		'review',
	);
	const stored: ReviewEvent = {
		...draft,
		id: 'event' as EventId,
		device: 'phone' as DeviceId,
		sequence: 1,
	};
	const after = applyEvent(state, stored, model);
	expect(after.due).toEqual(
		'days' in shown.interval
			? { day: addDays(moment.studyDay, shown.interval.days) }
			: { at: moment.at + shown.interval.seconds * 1000 },
	);
	expect(after.state).toBe(shown.state);
	expect(after.stepsLeft).toBe(shown.stepsLeft);
	expect(after.reps).toBe(state.reps + 1);
	expect(after.leech).toBe(state.leech || shown.leech);
	expect(after.suspended).toBe(state.suspended || shown.suspended);

	for (const { interval, state, stepsLeft } of Object.values(preview)) {
		const amount = 'days' in interval ? interval.days : interval.seconds;
		expect(Number.isInteger(amount)).toBe(true);
		expect(amount).toBeGreaterThan(0);
		expect(stepsLeft > 0).toBe(state !== 'review');
		if (state === 'review') expect(amount).toBeLessThanOrEqual(settings.maximumIntervalDays);
	}
}
