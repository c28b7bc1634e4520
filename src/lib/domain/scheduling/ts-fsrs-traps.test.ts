import { expect, test } from 'vitest';
import { untouched, type Progress } from '#lib/domain/cards/card.ts';
import { cardId, deckId, noteId, type DeviceId, type EventId } from '#lib/domain/cards/ids.ts';
import { applyEvent } from '#lib/domain/log/apply-event.ts';
import type { LogEvent, Rating } from '#lib/domain/log/event.ts';
import { replay } from '#lib/domain/log/replay.ts';
import { createMemoryModel, defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { defaultSettings, type SchedulingOptions } from '#lib/domain/settings/settings.ts';
import { momentOf, type Moment } from '#lib/domain/time/moment.ts';
import { choices } from './choices.ts';
import { reviewDraft } from './review-event.ts';
import { parseSteps } from './steps.ts';

/** Each test is a way in which the scheduler of ts-fsrs differs from what people expect, and ours doesn't. */

const model = createMemoryModel(defaultParameters);
const card = { id: cardId(noteId('note'), 'answer'), deckId: deckId('deck') };
const DAY_MS = 86_400_000;

test('ten minutes are the same ten minutes whether or not midnight in UTC lies between', () => {
	const stabilityFrom = (hour: number, minute: number) => {
		const first = answered([], at(Date.UTC(2026, 10, 2, hour, minute)), 3);
		const second = answered(first, at(Date.UTC(2026, 10, 2, hour, minute + 10)), 3);
		return replay(second, model).memory?.stability;
	};
	expect(stabilityFrom(23, 55)).toBe(stabilityFrom(12, 0));
	expect(stabilityFrom(23, 55)).toBeCloseTo(2.3065, 4);
});

test('recall fades within a day as well', () => {
	const memory = { stability: 2, difficulty: 5 };
	const nearlyADay = (23 + 50 / 60) / 24;
	expect(model.retrievability(memory, nearlyADay)).toBeLessThan(0.95);
	expect(model.retrievability(memory, nearlyADay)).toBeGreaterThan(model.retrievability(memory, 1));
	expect(model.retrievability(memory, 0)).toBe(1);
});

test('undoing the review of a late card gives its due date back, also after a reset', () => {
	const start = Date.UTC(2026, 0, 5, 12);
	let log = answered([], at(start), 3);
	log = answered(log, at(start + 600_000), 3);
	const before = replay(log, model);
	const late = answered(log, at(start + 30 * DAY_MS), 3);
	expect(replay(late, model).due).not.toEqual(before.due);
	expect(replay([...late, undoing(late)], model)).toEqual(before);

	const reset = [...log, { ...base(log, at(start + DAY_MS)), kind: 'reset' } as const];
	const anew = answered(reset, at(start + 2 * DAY_MS), 3);
	expect(replay([...anew, undoing(anew)], model)).toEqual(replay(reset, model));
});

test('a limit of 30 days gives Hard 30, Good 30 and Easy 30, not 30, 31 and 32', () => {
	const known: Progress = {
		...untouched,
		state: 'review',
		memory: { stability: 500, difficulty: 5 },
	};
	for (let n = 0; n < 200; n++) {
		const one = { ...known, id: cardId(noteId(`note-${n}`), 'answer') };
		const offered = choices(one, at(0), { ...defaultSettings, maximumIntervalDays: 30 }, model);
		for (const rating of [2, 3, 4] as const) {
			const { interval } = offered[rating];
			expect('days' in interval && interval.days).toBeLessThanOrEqual(30);
		}
	}
	const steady = choices(
		{ ...known, ...card },
		at(0),
		{ ...defaultSettings, maximumIntervalDays: 30 },
		model,
		(ideal, minimum, maximum) => Math.min(Math.max(Math.round(ideal), minimum), maximum),
	);
	expect([2, 3, 4].map((rating) => steady[rating as Rating].interval)).toEqual(
		Array(3).fill({ days: 30 }),
	);
});

test('a step of a day keeps the steps after it', () => {
	const options = { ...defaultSettings, learningStepsSeconds: [600, 86_400, 3600] };
	const start = Date.UTC(2026, 0, 5, 12);
	let log = answered([], at(start), 3, options);
	expect(replay(log, model)).toMatchObject({ state: 'learning', stepsLeft: 2 });
	expect(replay(log, model).due).toEqual({ day: at(start).studyDay + 1 });
	log = answered(log, at(start + DAY_MS), 3, options);
	expect(replay(log, model)).toMatchObject({ state: 'learning', stepsLeft: 1 });
	log = answered(log, at(start + DAY_MS + 3_600_000), 3, options);
	expect(replay(log, model).state).toBe('review');
});

test('30s is half a minute and 1.5m is 90 seconds', () => {
	expect(parseSteps('30s 1.5m')).toEqual({ seconds: [30, 90], problems: [] });
});

test('the same card answered some seconds later gets the same interval', () => {
	const known: Progress = {
		...untouched,
		state: 'review',
		memory: { stability: 240, difficulty: 5 },
		reps: 7,
	};
	const start = Date.UTC(2026, 0, 5, 12);
	const intervals = Array.from({ length: 40 }, (_, tenth) => {
		const offered = choices({ ...known, ...card }, at(start + tenth * 100), defaultSettings, model);
		return JSON.stringify(offered);
	});
	expect(new Set(intervals).size).toBe(1);
});

test('a first stability below a tenth of a day is what the parameters say', () => {
	expect(createMemoryModel(defaultParameters.with(0, 0.02)).next(null, 0, 1).stability).toBe(0.02);
});

test('a clock set back counts as the same day instead of failing', () => {
	const start = Date.UTC(2026, 0, 5, 12);
	const log = answered([], at(start), 3);
	const back = answered(log, at(start - 5 * DAY_MS), 3);
	const sameDay = answered(log, at(start), 3);
	expect(replay(back, model).memory).toEqual(replay(sameDay, model).memory);
	expect(replay(back, model).due).toEqual({ day: at(start - 5 * DAY_MS).studyDay + 2 });
});

test('one file alone imports the library, which adds methods to Date.prototype', () => {
	const sources = import.meta.glob<string>('/src/**/*.{ts,svelte}', {
		query: '?raw',
		import: 'default',
		eager: true,
	});
	const importers = Object.entries(sources)
		.filter(([, text]) => /(?:from|import)\s*\(?\s*['"]ts-fsrs/.test(text))
		.map(([path]) => path);
	expect(importers).toEqual(['/src/lib/domain/memory/fsrs.ts']);
});

function at(time: number): Moment {
	return momentOf({ now: () => time, utcOffsetMinutes: () => 0 }, 4);
}

function base(log: readonly LogEvent[], moment: Moment) {
	const sequence = log.length + 1;
	const id = `event-${String(sequence).padStart(4, '0')}` as EventId;
	return {
		...moment,
		cardId: card.id,
		deckId: card.deckId,
		id,
		sequence,
		device: 'phone' as DeviceId,
	};
}

function answered(
	log: readonly LogEvent[],
	moment: Moment,
	rating: Rating,
	options: SchedulingOptions = defaultSettings,
): LogEvent[] {
	const shown = { ...replay(log, model), ...card };
	const outcome = choices(shown, moment, options, model)[rating];
	const draft = reviewDraft(shown, moment, rating, outcome, 3000, 'review');
	const event = { ...base(log, moment), ...draft };
	expect(applyEvent(replay(log, model), event, model)).toEqual(replay([...log, event], model));
	return [...log, event];
}

function undoing(log: readonly LogEvent[]): LogEvent {
	const last = log.at(-1);
	if (!last) throw new Error('There is nothing to undo');
	return { ...base(log, at(last.at)), kind: 'undo', undoes: last.id };
}
