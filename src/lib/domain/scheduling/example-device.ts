import { untouched, type Progress } from '#lib/domain/cards/card.ts';
import { cardId, deckId, noteId, type DeviceId, type EventId } from '#lib/domain/cards/ids.ts';
import { applyEvent } from '#lib/domain/log/apply-event.ts';
import type { EventDraft, LastingEvent, LogEvent, Rating } from '#lib/domain/log/event.ts';
import { isUndoable } from '#lib/domain/log/undoable.ts';
import { createMemoryModel, defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { defaultSettings } from '#lib/domain/settings/settings.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import { addDays, studyDayOf } from '#lib/domain/time/study-day.ts';
import { nextIdTime, timeOfUuid, uuidV7 } from '#lib/domain/time/uuid-v7.ts';
import { choices } from './choices.ts';
import { reviewDraft } from './review-event.ts';

export const model = createMemoryModel(defaultParameters);
const card = { id: cardId(noteId('quote'), 'speaker'), deckId: deckId('callbacks') };
const options = { ...defaultSettings, leechThreshold: 2, leechAction: 'suspend' } as const;

/** For tests: one device with its log, and its card's row kept up to date event by event. */
export interface Device {
	readonly name: string;
	readonly now: number;
	readonly latestId: number;
	readonly log: readonly LogEvent[];
	readonly progress: Progress;
	/** Events that still count, each with the row it found. */
	readonly lasting: readonly { readonly event: LastingEvent; readonly before: Progress }[];
	readonly undoable: Device['lasting'];
}

/** For tests: what someone does next with the one card of a device. */
export interface Step {
	readonly action: LogEvent['kind'];
	readonly rating: Rating;
	/** Minutes since the last step; negative where the clock was set back. */
	readonly minutes: number;
	readonly utcOffsetMinutes: number;
	readonly rolloverHour: number;
}

/** For tests: the card is rated Good, a minute after the step before. */
export const RATE_GOOD: Step = {
	action: 'review',
	rating: 3,
	minutes: 1,
	utcOffsetMinutes: 60,
	rolloverHour: 4,
};
export const rateGoodAfter = (minutes: number): Step => ({ ...RATE_GOOD, minutes });

/** For tests: something else is done with the card, a minute after the step before. */
export const doing = (action: Step['action']): Step => ({ ...RATE_GOOD, action });

const FRESH: Device = {
	name: 'first device',
	now: Date.UTC(2026, 10, 2, 18),
	latestId: 0,
	log: [],
	progress: untouched,
	lasting: [],
	undoable: [],
};

/** For tests: the device after these steps. */
export function run(steps: readonly Step[], from: Device = FRESH): Device {
	return steps.reduce(step, from);
}

export function step(device: Device, { action, rating, minutes, ...place }: Step): Device {
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
	if (timeOfUuid(id) !== idTime) throw new Error(`${id} is not of the time ${idTime}`);
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
