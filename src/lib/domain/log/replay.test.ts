import { describe, expect, test } from 'vitest';
import { createMemoryModel, defaultParameters } from '#lib/domain/memory/fsrs.ts';
import {
	doing,
	RATE_GOOD,
	rateGoodAfter,
	run,
	step,
} from '#lib/domain/scheduling/example-device.ts';
import { replay } from './replay.ts';

describe('an event', () => {
	const reviewed = run([rateGoodAfter(0), rateGoodAfter(10)]).progress;

	test('of rescheduling moves the due day and keeps memory', () => {
		const { progress, log } = run([RATE_GOOD, doing('reschedule')]);
		const event = log[1];
		if (event?.kind !== 'reschedule') throw new Error('The second event reschedules');
		expect(progress.due).toEqual({ day: event.day });
		expect(progress.memory).toEqual(run([RATE_GOOD]).progress.memory);
		expect(progress.state).toBe('learning');
	});

	test('of review lifts a burial and counts a lapse only from review', () => {
		const buried = run([RATE_GOOD, doing('bury')]);
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
