import { expect, test } from 'vitest';
import { addDays, type StudyDay } from '#lib/domain/time/study-day.ts';
import { reasonInWords } from './reason-words.ts';
import { inDays, onDay } from './when-words.ts';

/** Monday, 23 November 2026. */
const today = (Date.UTC(2026, 10, 23) / 86_400_000) as StudyDay;

test('a day ahead is said as people say it', () => {
	const said = [0, 1, 2, 6, 7, 40].map((days) => onDay(addDays(today, days), today));
	expect(said).toEqual([
		'today',
		'tomorrow',
		'on Wednesday',
		'on Sunday',
		'on 30 November',
		'on 2 January',
	]);
	expect([0, 1, 5].map(inDays)).toEqual(['today', 'tomorrow', 'in 5 days']);
});

test('a card tells why it is due', () => {
	const on = addDays(today, 4);
	const fall = { retrievability: 0.812, on };
	expect(reasonInWords({ kind: 'would-fall', ...fall }, today)).toBe(
		'Due today because it would be at 81% on Friday',
	);
	expect(reasonInWords({ kind: 'relearn', ...fall, on: today }, today)).toBe(
		'Once more today: it would be at 81% in the room',
	);
	const fresh = (away: number) => reasonInWords({ kind: 'fresh', on: addDays(today, away) }, today);
	expect(fresh(5)).toBe('New today, so that there is time to see it again');
	for (const away of [0, 1]) expect(fresh(away)).toBe('New: you have not learned it yet');
});
