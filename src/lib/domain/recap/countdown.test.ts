import { expect, test } from 'vitest';
import { cardId, noteId } from '#lib/domain/cards/ids.ts';
import { tick, timeLeftMs, timeUsedMs, withoutLimit } from './countdown.ts';
import { mark, phaseOf, reveal, runMissedAgain, startDrill } from './drill.ts';

const start = 1_000_000;
const points = [{ key: cardId(noteId('recap'), '1'), text: 'Listen.' }];
const drill = startDrill(points, 'against-the-clock', start);

test.each([
	{ after: 0, left: 90_000 },
	{ after: 30_000, left: 60_000 },
	{ after: 90_000, left: 0 },
	{ after: 91_000, left: 0 },
])('against the clock, $left ms are left after $after ms', ({ after, left }) => {
	expect(timeLeftMs(drill, start + after)).toBe(left);
});

test('only the drill against the clock has a limit', () => {
	expect(timeLeftMs(startDrill(points, 'run-through', start), start)).toBeNull();
	expect(timeLeftMs(startDrill(points, 'one-by-one', start), start)).toBeNull();
});

test('all is revealed once the time is up, not before', () => {
	expect(tick(drill, start + 89_999)).toBe(drill);
	expect(phaseOf(tick(drill, start + 90_000))).toBe('revealed');
});

test('the countdown stops at the reveal', () => {
	const revealed = reveal(drill, start + 40_000);
	expect(timeLeftMs(revealed, start + 80_000)).toBe(50_000);
	expect(timeUsedMs(revealed.run, start + 80_000)).toBe(40_000);
	expect(tick(revealed, start + 95_000)).toBe(revealed);
});

test('the limit can be switched off and stays off', () => {
	const free = withoutLimit(drill);
	expect(timeLeftMs(free, start + 200_000)).toBeNull();
	expect(tick(free, start + 200_000)).toBe(free);
	const missed = mark(reveal(free, start + 200_000), points[0]?.key ?? '', false);
	expect(timeLeftMs(runMissedAgain(missed, start + 300_000), start + 300_000)).toBeNull();
});

test('a run of the missed starts the countdown again', () => {
	const missed = mark(reveal(drill, start + 5000), points[0]?.key ?? '', false);
	const again = runMissedAgain(missed, start + 60_000);
	expect(timeLeftMs(again, start + 70_000)).toBe(80_000);
});

test('a clock set back does not add time', () => {
	expect(timeLeftMs(drill, start - 50_000)).toBe(90_000);
});
