import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { untouched, type Progress } from '#lib/domain/cards/card.ts';
import { cardId, deckId, noteId, type DeviceId, type EventId } from '#lib/domain/cards/ids.ts';
import { createMemoryModel, defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { choices } from '#lib/domain/scheduling/choices.ts';
import { reviewDraft } from '#lib/domain/scheduling/review-event.ts';
import { defaultSettings } from '#lib/domain/settings/settings.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import { addDays, studyDayOf } from '#lib/domain/time/study-day.ts';
import { nextIdTime, timeOfUuid, uuidV7 } from '#lib/domain/time/uuid-v7.ts';
import { applyEvent } from './apply-event.ts';
import type { EventDraft, LastingEvent, LogEvent, Rating } from './event.ts';
import { replay } from './replay.ts';
import { isUndoable } from './undoable.ts';

interface Step {
	readonly action: LogEvent['kind'];
	readonly rating: Rating;
	/** Minutes since the last step; negative where the clock was set back. */
	readonly minutes: number;
	readonly utcOffsetMinutes: number;
	readonly rolloverHour: number;
}

const model = createMemoryModel(defaultParameters);
const card = { id: cardId(noteId('quote'), 'speaker'), deckId: deckId('callbacks') };
const options = { ...defaultSettings, leechThreshold: 2, leechAction: 'suspend' } as const;

const RATE_GOOD: Step = {
	action: 'review',
	rating: 3,
	minutes: 1,
	utcOffsetMinutes: 60,
	rolloverHour: 4,
};
const rateGoodAfter = (minutes: number): Step => ({ ...RATE_GOOD, minutes });
const FRESH: Device = {
	name: 'first device',
	now: Date.UTC(2026, 10, 2, 18),
	latestId: 0,
	log: [],
	progress: untouched,
	lasting: [],
	undoable: [],
};

const review = { arbitrary: fc.constant<Step['action']>('review'), weight: 6 };
const other = (action: Step['action'], weight = 1) => ({ arbitrary: fc.constant(action), weight });
const histories = fc.array(
	fc.record<Step>({
		action: fc.oneof(
			review,
			other('undo', 3),
			other('practice'),
			other('bury'),
			other('suspend'),
			other('unsuspend'),
			other('reset'),
			other('reschedule'),
		),
		rating: fc.constantFrom(1, 2, 3, 4),
		minutes: fc.oneof(
			fc.integer({ min: 0, max: 30 }),
			fc.integer({ min: 0, max: 20 * 1440 }),
			fc.integer({ min: -6 * 1440, max: 0 }),
		),
		utcOffsetMinutes: fc.constantFrom(-600, -210, 0, 60, 345, 840),
		rolloverHour: fc.constantFrom(0, 4, 23),
	}),
	{ maxLength: 12, size: '+1' },
);

test('replaying a card’s events gives exactly its row, for 10,000 random histories', () => {
	let reviews = 0;
	let undos = 0;
	fc.assert(
		fc.property(histories, (steps) => {
			const device = run(steps);
			expect(replay(device.log, model)).toEqual(device.progress);
			reviews += device.log.filter(({ kind }) => kind === 'review').length;
			undos += device.log.filter(({ kind }) => kind === 'undo').length;
		}),
		{ numRuns: 10_000 },
	);
	expect(reviews).toBeGreaterThan(20_000);
	expect(undos).toBeGreaterThan(2000);
}, 60_000);

test('the order of events and duplicates among them don’t matter', () => {
	fc.assert(
		fc.property(histories, fc.array(fc.nat(), { minLength: 32 }), (steps, order) => {
			const { log, progress } = run(steps);
			const doubled = [...log, ...log.filter((_, index) => index % 3 === 0)];
			const shuffled = doubled
				.map((event, index) => ({ event, key: order[index % order.length] ?? 0 }))
				.sort((one, other) => one.key - other.key)
				.map(({ event }) => event);
			expect(replay(shuffled, model)).toEqual(progress);
		}),
		{ numRuns: 1000 },
	);
});

test('two devices that exchange their events, either way round, come to the same card', () => {
	fc.assert(
		fc.property(histories, histories, histories, (common, mine, yours) => {
			const start = run(common);
			const one = run(mine, { ...start, name: 'phone' });
			const other = run(yours, { ...start, name: 'laptop' });
			const merged = replay([...one.log, ...other.log], model);
			expect(replay([...other.log, ...one.log], model)).toEqual(merged);
			const all = [...other.log, ...one.log];
			const inOrder = [...new Map(all.map((event) => [event.id, event])).values()]
				.sort((a, b) => timeOfUuid(a.id) - timeOfUuid(b.id) || (a.id < b.id ? -1 : 1))
				.filter(({ id }) => !all.some((event) => event.kind === 'undo' && event.undoes === id));
			let folded = untouched;
			for (const event of inOrder) {
				if (event.kind !== 'undo') folded = applyEvent(folded, event, model);
			}
			expect(merged).toEqual(folded);
		}),
		{ numRuns: 1000 },
	);
});

describe('undo', () => {
	test('leaves the card exactly as it was, event by event back to the start', () => {
		fc.assert(
			fc.property(histories, (steps) => {
				const forward = steps.filter(({ action }) => action !== 'undo');
				let device = run(forward);
				for (const { before } of [...device.undoable].reverse()) {
					const last = device.undoable.at(-1);
					const isLast = device.lasting.at(-1)?.event.id === last?.event.id;
					device = step(device, { ...RATE_GOOD, action: 'undo' });
					if (isLast) expect(device.progress).toEqual(before);
					expect(replay(device.log, model)).toEqual(device.progress);
				}
				expect(device.undoable).toEqual([]);
			}),
			{ numRuns: 300 },
		);
	});

	test('twice of one event is once, and of an event that is missing waits for it', () => {
		const { log } = run([RATE_GOOD, { ...RATE_GOOD, action: 'undo' }]);
		const [review, undo] = log;
		if (!review || !undo) throw new Error('A review and its undo are the history');
		const second = { ...undo, id: 'ffff' as EventId, sequence: 3 };
		expect(replay([review, undo, second], model)).toEqual(untouched);
		expect(replay([undo], model)).toEqual(untouched);
		expect(replay([review], model).reps).toBe(1);
		expect(replay([undo, review], model)).toEqual(untouched);
	});

	test('of an undo does nothing', () => {
		const { log } = run([RATE_GOOD, { ...RATE_GOOD, action: 'undo' }]);
		const undo = log[1];
		if (undo?.kind !== 'undo') throw new Error('The second event is the undo');
		const again: LogEvent = { ...undo, id: 'ffff' as EventId, sequence: 3, undoes: undo.id };
		expect(replay([...log, again], model)).toEqual(untouched);
	});

	test('of an event in the middle keeps what came after it', () => {
		const { log } = run([RATE_GOOD, RATE_GOOD, { ...RATE_GOOD, action: 'bury' }]);
		const [first, second, bury] = log;
		if (!first || !second || !bury) throw new Error('Two reviews and a bury are the history');
		const undo = { ...log[2], kind: 'undo', id: 'ffff', undoes: second.id } as LogEvent;
		expect(replay([first, second, bury, undo], model)).toEqual(replay([first, bury], model));
	});
});

describe('an event', () => {
	const reviewed = run([rateGoodAfter(0), rateGoodAfter(10)]).progress;

	test('of practice changes nothing, not even the head', () => {
		expect(run([RATE_GOOD, { ...RATE_GOOD, action: 'practice' }]).progress).toEqual(
			run([RATE_GOOD]).progress,
		);
	});

	test('of reset makes the card new and leaves it suspended when it was', () => {
		const after = run([
			RATE_GOOD,
			{ ...RATE_GOOD, action: 'suspend' },
			{ ...RATE_GOOD, action: 'reset' },
		]);
		expect(after.progress).toEqual({
			...untouched,
			suspended: true,
			head: after.log.at(-1)?.id,
		});
	});

	test('of rescheduling moves the due day and keeps memory', () => {
		const { progress, log } = run([RATE_GOOD, { ...RATE_GOOD, action: 'reschedule' }]);
		const event = log[1];
		if (event?.kind !== 'reschedule') throw new Error('The second event reschedules');
		expect(progress.due).toEqual({ day: event.day });
		expect(progress.memory).toEqual(run([RATE_GOOD]).progress.memory);
		expect(progress.state).toBe('learning');
	});

	test('of review lifts a burial and counts a lapse only from review', () => {
		const buried = run([RATE_GOOD, { ...RATE_GOOD, action: 'bury' }]);
		expect(buried.progress.buriedThrough).not.toBeNull();
		const again = step(buried, { ...RATE_GOOD, rating: 1 });
		expect(again.progress.buriedThrough).toBeNull();
		expect(again.progress.lapses).toBe(0);
		expect(reviewed.state).toBe('review');
		const lapse = run([rateGoodAfter(0), rateGoodAfter(10), { ...rateGoodAfter(5000), rating: 1 }]);
		expect(lapse.progress.lapses).toBe(1);
	});

	test('with a clock set back five days, then corrected, still gives a sane memory', () => {
		const days = [0, 10, 1440 * 3, -1440 * 5, 1440 * 6];
		const { progress, log } = run(days.map(rateGoodAfter));
		expect(log.map(({ id }) => id)).toEqual(log.map(({ id }) => id).sort());
		expect(progress.reps).toBe(5);
		expect(progress.memory?.stability).toBeGreaterThan(2);
		expect(progress.memory?.stability).toBeLessThan(365);
	});
});

test('new parameters change memory by replay and leave the due date', () => {
	const { log, progress } = run([rateGoodAfter(0), rateGoodAfter(10), rateGoodAfter(4000)]);
	const other = replay(log, createMemoryModel(defaultParameters.with(2, 9)));
	expect(other.memory).not.toEqual(progress.memory);
	expect({ ...other, memory: progress.memory }).toEqual(progress);
});

test('what can be undone from the review screen is what is done there', () => {
	const kinds = [
		'review',
		'practice',
		'reset',
		'reschedule',
		'suspend',
		'unsuspend',
		'bury',
		'undo',
	] as const;
	const { log } = run(kinds.map((action) => ({ ...RATE_GOOD, action })));
	expect(log.filter(isUndoable).map(({ kind }) => kind)).toEqual([
		'review',
		'suspend',
		'unsuspend',
		'bury',
	]);
});

/** One device with its log, and its card's row kept up to date event by event. */
interface Device {
	readonly name: string;
	readonly now: number;
	readonly latestId: number;
	readonly log: readonly LogEvent[];
	readonly progress: Progress;
	/** Events that still count, each with the row it found. */
	readonly lasting: readonly { readonly event: LastingEvent; readonly before: Progress }[];
	readonly undoable: Device['lasting'];
}

function run(steps: readonly Step[], from: Device = FRESH): Device {
	return steps.reduce(step, from);
}

function step(device: Device, { action, rating, minutes, ...place }: Step): Device {
	const now = device.now + minutes * 60_000;
	const moment: Moment = {
		at: now,
		...place,
		studyDay: studyDayOf(now, place.utcOffsetMinutes, place.rolloverHour),
	};
	const base = { ...moment, cardId: card.id, deckId: card.deckId };
	const add = (draft: EventDraft) => append({ ...device, now }, draft);
	switch (action) {
		case 'review': {
			const shown = { ...device.progress, ...card };
			const outcome = choices(shown, moment, options, model)[rating];
			return add(reviewDraft(shown, moment, rating, outcome, 5000, 'review'));
		}
		case 'practice':
			return add({
				...base,
				kind: 'practice',
				drill: 'match',
				rating: rating > 1 ? 3 : 1,
				durationMs: 1000,
				confusedWith: null,
			});
		case 'reschedule':
			return add({ ...base, kind: 'reschedule', day: moment.studyDay });
		case 'bury':
			return add({ ...base, kind: 'bury', through: addDays(moment.studyDay, rating) });
		case 'reset':
		case 'suspend':
		case 'unsuspend':
			return add({ ...base, kind: action });
		case 'undo': {
			const target = device.undoable.at(-1);
			return target ? add({ ...base, kind: 'undo', undoes: target.event.id }) : { ...device, now };
		}
	}
}

function append(device: Device, draft: EventDraft): Device {
	const idTime = nextIdTime(device.latestId, device.now);
	const id = uuidV7(idTime, new Uint8Array(10).fill(device.name.length)) as EventId;
	const sequence = device.log.length + 1;
	const event = { ...draft, id, device: device.name as DeviceId, sequence } as LogEvent;
	expect(timeOfUuid(id)).toBe(idTime);
	const next = { ...device, latestId: idTime, log: [...device.log, event] };
	return event.kind === 'undo' ? withoutEvent(next, event.undoes) : withEvent(next, event);
}

function withEvent(device: Device, event: LastingEvent): Device {
	const entry = { event, before: device.progress };
	return {
		...device,
		progress: applyEvent(device.progress, event, model),
		lasting: [...device.lasting, entry],
		undoable: isUndoable(event) ? [...device.undoable, entry] : device.undoable,
	};
}

/** Goes back to the row the event found, and on from there with what came after it. */
function withoutEvent(device: Device, id: EventId): Device {
	const index = device.lasting.findIndex(({ event }) => event.id === id);
	const found = device.lasting[index];
	if (!found) throw new Error(`No event ${id} to undo`);
	const start: Device = {
		...device,
		progress: found.before,
		lasting: device.lasting.slice(0, index),
		undoable: device.undoable.filter(({ event }) => event.id < id),
	};
	return device.lasting.slice(index + 1).reduce((all, { event }) => withEvent(all, event), start);
}
