import { expect, test } from 'vitest';
import type { Interval } from '#lib/domain/log/event.ts';
import { intervalShort, intervalSpoken } from './describe-interval.ts';

test.each<[Interval, string, string]>([
	[{ seconds: 1 }, '1 s', '1 second'],
	[{ seconds: 30 }, '30 s', '30 seconds'],
	[{ seconds: 60 }, '1 min', '1 minute'],
	[{ seconds: 330 }, '5.5 min', '5.5 minutes'],
	[{ seconds: 600 }, '10 min', '10 minutes'],
	[{ seconds: 3600 }, '1 h', '1 hour'],
	[{ seconds: 43_500 }, '12.1 h', '12.1 hours'],
	[{ days: 1 }, '1 day', '1 day'],
	[{ days: 8 }, '8 days', '8 days'],
	[{ days: 29 }, '29 days', '29 days'],
	[{ days: 30 }, '1 month', '1 month'],
	[{ days: 75 }, '2.5 months', '2.5 months'],
	[{ days: 364 }, '12.1 months', '12.1 months'],
	[{ days: 365 }, '1 year', '1 year'],
	[{ days: 36_500 }, '100 years', '100 years'],
])('%j is “%s” on a button and “%s” in speech', (interval, short, spoken) => {
	expect(intervalShort(interval)).toBe(short);
	expect(intervalSpoken(interval)).toBe(spoken);
});

test('no shown unit could be read aloud as another', () => {
	expect(intervalSpoken({ seconds: 600 })).not.toMatch(/\bm\b|metre|meter/);
});
