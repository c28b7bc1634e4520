import { describe, expect, test } from 'vitest';
import { untouched } from '#lib/domain/cards/card.ts';
import type { EventId } from '#lib/domain/cards/ids.ts';
import { doing, model, RATE_GOOD, run } from '#lib/domain/scheduling/example-device.ts';
import type { LogEvent } from './event.ts';
import { replay } from './replay.ts';
import { isUndoable } from './undoable.ts';

describe('undo', () => {
	test('twice of one event is once, and of an event that is missing waits for it', () => {
		const { log } = run([RATE_GOOD, doing('undo')]);
		const [review, undo] = log;
		if (!review || !undo) throw new Error('A review and its undo are the history');
		const second = { ...undo, id: 'ffff' as EventId, sequence: 3 };
		expect(replay([review, undo, second], model)).toEqual(untouched);
		expect(replay([undo], model)).toEqual(untouched);
		expect(replay([review], model).reps).toBe(1);
		expect(replay([undo, review], model)).toEqual(untouched);
	});

	test('of an undo does nothing', () => {
		const { log } = run([RATE_GOOD, doing('undo')]);
		const undo = log[1];
		if (undo?.kind !== 'undo') throw new Error('The second event is the undo');
		const again: LogEvent = { ...undo, id: 'ffff' as EventId, sequence: 3, undoes: undo.id };
		expect(replay([...log, again], model)).toEqual(untouched);
	});

	test('of an event in the middle keeps what came after it', () => {
		const { log } = run([RATE_GOOD, RATE_GOOD, doing('bury')]);
		const [first, second, bury] = log;
		if (!first || !second || !bury) throw new Error('Two reviews and a bury are the history');
		const undo = { ...log[2], kind: 'undo', id: 'ffff', undoes: second.id } as LogEvent;
		expect(replay([first, second, bury, undo], model)).toEqual(replay([first, bury], model));
	});
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
	const { log } = run(kinds.map(doing));
	expect(log.filter(isUndoable).map(({ kind }) => kind)).toEqual([
		'review',
		'suspend',
		'unsuspend',
		'bury',
	]);
});
