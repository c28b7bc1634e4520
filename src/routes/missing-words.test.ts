import { expect, test } from 'vitest';
import type { DeviceId } from '#lib/domain/cards/ids.ts';
import type { Findings } from '#lib/workers/recovery/recover-messages.ts';
import { isWhole, missingWords } from './missing-words.ts';

const device = 'd' as DeviceId;
const noon = Date.UTC(2026, 10, 3, 12);
const whole: Findings = {
	seen: 9,
	inDatabase: 0,
	inJournal: 9,
	restorable: 9,
	missing: [],
	latestAt: noon,
	contentSince: null,
};

test('when nothing is missing, nothing is told', () => {
	expect(isWhole(whole)).toBe(true);
	expect(missingWords(whole)).toEqual([]);
});

test('what is missing is told by when it happened', () => {
	const run = (entries: number, after: number | null, before: number | null) => ({
		device,
		entries,
		after,
		before,
	});
	const missing = [run(1, null, noon), run(2, noon, noon + 60_000), run(3, noon, null)];
	const lines = missingWords({ ...whole, missing: [...missing, run(4, null, null)] });
	expect(lines).toEqual([
		expect.stringMatching(/^1 entry made before 3 November 2026/),
		expect.stringMatching(/^2 entries made between 3 November 2026 .* and 3 November 2026/),
		expect.stringMatching(/^3 entries made after 3 November 2026/),
		'4 entries of your history.',
	]);
	const many = Array.from({ length: 12 }, (_, index) => run(index + 1, null, null));
	expect(missingWords({ ...whole, missing: many }).at(-1)).toBe('And 23 more.');
});

test('changes to decks, notes and settings that may be missing are told of', () => {
	expect(isWhole({ ...whole, contentSince: 0 })).toBe(false);
	expect(missingWords({ ...whole, contentSince: 0 })).toHaveLength(1);
	expect(missingWords({ ...whole, contentSince: noon })[0]).toMatch(/after 3 November 2026/);
});
