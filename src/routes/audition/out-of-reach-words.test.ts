import { expect, test } from 'vitest';
import { outOfReachWords } from './out-of-reach-words.ts';

const short = { target: 0.9, daysLeft: 5 };
const tooLate = { reason: 'too-late', bestReadiness: 0.6 } as const;

test('a plan that reaches what was asked needs no words', () => {
	expect(outOfReachWords({ ...short, outOfReach: null }, 0)).toBeNull();
});

test('it says whose 90% it is, and how many minutes would do', () => {
	const outOfReach = { reason: 'too-little-time', minutesPerDayNeeded: 11.2 } as const;
	expect(outOfReachWords({ ...short, outOfReach }, 2)).toMatch(
		/^Your 90% \(the desired retention of your settings\).*about 12 min a day/,
	);
});

test('where no minutes would do, it is the days that are named: those there are, those not off, or none', () => {
	const words = (daysLeft: number, daysOff: number) =>
		outOfReachWords({ ...short, daysLeft, outOfReach: tooLate }, daysOff);
	expect(words(5, 0)).toContain('in 5 days, however long you study: about 60% is the most');
	expect(words(1, 0)).toContain('until tomorrow, however long you study: about 60%');
	expect(words(0, 0)).toContain('today, however long you study: about 60%');
	expect(words(5, 3)).toContain(
		'in 5 days, however long you study on the 2 days not off: about 60%',
	);
	expect(words(5, 4)).toContain('on the one day not off:');
	expect(words(5, 5)).toContain('every day until then is off. About 60% will be left.');
});
