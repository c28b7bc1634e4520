import type { CardId, DeckId, DeviceId, EventId } from '#lib/domain/cards/ids.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import type { EventBase, LogEvent, Outcome, ReviewEvent } from './event.ts';
import type { LogColumns } from './log-columns.ts';
import { drills, kindAt, marks, ratings, states, valueAt, ways } from './segment-codes.ts';

/** The event that stands at a place of the columns. */
export function eventAt(columns: LogColumns, index: number): LogEvent {
	const kind = kindAt(columns.kinds[index] ?? -1);
	if (kind === 'review') return reviewAt(columns, index);
	const base = baseAt(columns, index);
	const step = columns.steps[index] ?? 0;
	const code = columns.codes[index] ?? 0;
	switch (kind) {
		case 'practice':
			return {
				...base,
				kind,
				drill: valueAt(drills, code & 3),
				rating: valueAt(marks, code >> 2),
				durationMs: columns.durations[index] ?? 0,
				confusedWith: step === 0 ? null : textAt(columns, step - 1),
			};
		case 'undo':
			return { ...base, kind, undoes: undoneBy(columns, step) };
		case 'reschedule':
			return { ...base, kind, day: (columns.amounts[index] ?? 0) as StudyDay };
		case 'bury':
			return { ...base, kind, through: (columns.amounts[index] ?? 0) as StudyDay };
		case 'reset':
			return { ...base, kind };
		case 'suspend':
		case 'unsuspend':
			return { ...base, kind };
	}
}

/** Not spread: this is most of what a log holds, and several times as fast. */
function reviewAt(columns: LogColumns, index: number): ReviewEvent {
	const { id, device, sequence, at, utcOffsetMinutes, rolloverHour, studyDay, cardId, deckId } =
		baseAt(columns, index);
	const code = columns.codes[index] ?? 0;
	const flags = columns.flags[index] ?? 0;
	const interval = columns.amounts[index] ?? 0;
	return {
		kind: 'review',
		id,
		device,
		sequence,
		at,
		utcOffsetMinutes,
		rolloverHour,
		studyDay,
		cardId,
		deckId,
		rating: valueAt(ratings, code & 3),
		durationMs: columns.durations[index] ?? 0,
		from: valueAt(states, (code >> 2) & 3),
		outcome: {
			// A new one was refused when the columns were read.
			state: valueAt(states, code >> 4) as Outcome['state'],
			stepsLeft: columns.steps[index] ?? 0,
			interval: flags & 8 ? { days: interval } : { seconds: interval },
			leech: (flags & 2) !== 0,
			suspended: (flags & 4) !== 0,
		},
		via: valueAt(ways, flags & 1),
	};
}

function baseAt(columns: LogColumns, index: number): EventBase {
	const { utcOffsetMinutes, rolloverHour } = valueAt(
		columns.placeTable,
		columns.places[index] ?? -1,
	);
	return {
		id: columns.idAt(index),
		device: textAt(columns, columns.devices[index] ?? -1) as DeviceId,
		sequence: columns.sequences[index] ?? 0,
		at: columns.instants[index] ?? 0,
		utcOffsetMinutes,
		rolloverHour,
		studyDay: (columns.days[index] ?? 0) as StudyDay,
		cardId: textAt(columns, columns.cards[index] ?? -1) as CardId,
		deckId: textAt(columns, columns.decks[index] ?? -1) as DeckId,
	};
}

function undoneBy(columns: LogColumns, step: number): EventId {
	return step >= 0 ? columns.idAt(step) : (textAt(columns, -1 - step) as EventId);
}

function textAt(columns: LogColumns, number: number): string {
	return valueAt(columns.texts, number);
}
