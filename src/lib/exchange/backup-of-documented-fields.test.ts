import { expect, test } from 'vitest';
import { plainAudition } from '#lib/domain/audition/audition.ts';
import { untouched, type Progress } from '#lib/domain/cards/card.ts';
import { SEED_STAMP } from '#lib/domain/merge/hybrid-clock.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import { decodeBackup } from './backup.ts';
import { decoded, documented } from './example-backup.ts';

test('progress of a card without reviews is kept as where replay begins', () => {
	const { cards, bases, notes } = decoded({});
	const progress: Progress = {
		...untouched,
		state: 'review',
		due: { day: 20_788 as StudyDay },
		memory: { stability: 12.5, difficulty: 5 },
		reps: 4,
		lapses: 1,
		// Its 12.5 days of stability before it is due.
		lastReviewedAt: Date.UTC(2026, 10, 18),
		lastReviewedDay: 20_775 as StudyDay,
	};
	expect(cards).toMatchObject([progress]);
	expect(bases).toEqual([{ cardId: 'd.q/answer', progress }]);
	expect(notes[0]?.stamps.body).not.toBe(SEED_STAMP);
});

test('reviews of the documented fields alone are put in order and answered anew', () => {
	const review = { cardId: 'd.q/answer', utcOffsetMinutes: 60, kind: 'review', durationMs: 900 };
	const { reviews, bases } = decoded({
		reviews: [
			{ ...review, id: '17', reviewedAt: '2026-11-03T09:00:00Z', rating: 3 },
			{ ...review, id: '9', reviewedAt: '2026-11-02T09:00:00Z', rating: 3 },
			{ ...review, id: '20', reviewedAt: '2026-11-09T09:00:00Z', rating: 1 },
		],
	});
	expect(bases).toEqual([]);
	expect(reviews).toMatchObject([
		{ sequence: 1, from: 'new', outcome: { state: 'learning' } },
		{ sequence: 2, from: 'learning', outcome: { state: 'review' } },
		{ sequence: 3, from: 'review', outcome: { state: 'relearning' } },
	]);
	expect(reviews.map(({ id }) => id)).toEqual(reviews.map(({ id }) => id).sort());
	expect(reviews[0]).toMatchObject({ deckId: 'd', studyDay: 20_759, rolloverHour: 4 });
});

test('an audition of the documented fields alone is for all decks', () => {
	const { auditions } = decoded({
		auditions: [{ id: 'a', name: 'Hedda', at: '2026-12-01T10:00:00Z' }],
	});
	const at = Date.UTC(2026, 11, 1, 10);
	expect(auditions).toMatchObject([{ value: { ...plainAudition, name: 'Hedda', at } }]);
});

test('what another version or program left out has defaults', () => {
	const { auditions: _auditions, settings: _settings, ...least } = documented;
	expect(decodeBackup(JSON.stringify(least)).ok).toBe(true);
});

test('keys that reach into prototypes are dropped', () => {
	const file = JSON.stringify(documented).replace(
		'"settings":{}',
		'"__proto__":{"polluted":1},"settings":{"__proto__":{"polluted":1},"next":{"constructor":1,"a":1}}',
	);
	const result = decodeBackup(file);
	expect(result).toMatchObject({ ok: true, snapshot: { settings: [{ key: 'next' }] } });
	expect(result.ok && result.snapshot.settings[0]?.value).toEqual({ a: 1 });
	expect(({} as { polluted?: number }).polluted).toBeUndefined();
});
