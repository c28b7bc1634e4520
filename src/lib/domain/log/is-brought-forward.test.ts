import { expect, test } from 'vitest';
import type { LastingEvent } from './event.ts';
import { isBroughtForward } from './is-brought-forward.ts';

const event = (kind: string, day: number) =>
	({ kind, day, studyDay: 100 }) as unknown as LastingEvent;

test.each([
	['a card moved to the same day', event('reschedule', 100), true],
	['a card moved to an earlier day', event('reschedule', 90), true],
	['a card moved to a later day', event('reschedule', 101), false],
	['a card that something else happened to', event('suspend', 90), false],
	['a card that nothing happened to', undefined, false],
])('%s is brought forward: %s', (_name, last, isForward) => {
	expect(isBroughtForward(last)).toBe(isForward);
});
