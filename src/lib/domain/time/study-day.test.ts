import { expect, test } from 'vitest';
import { studyDayOf } from './study-day.ts';

test('a study day begins at the rollover hour of the wall clock', () => {
	const fourInBerlin = Date.UTC(2026, 0, 2, 3);
	expect(studyDayOf(fourInBerlin, 60, 4) - studyDayOf(fourInBerlin - 1, 60, 4)).toBe(1);
});
