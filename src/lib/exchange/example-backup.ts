import type { Snapshot } from '#lib/domain/merge/snapshot.ts';
import { decodeBackup } from './backup.ts';

export const EXPORTED_AT = '2026-11-23T18:00:00.000Z';

/** For tests: a backup of the documented fields alone, as another program would write it. */
export const documented = {
	format: 'green-room-backup',
	version: 1,
	exportedAt: EXPORTED_AT,
	decks: [{ id: 'd', name: 'Mine' }],
	notes: [{ id: 'd.q', deckId: 'd', body: { kind: 'question', question: 'Q?', answer: 'A.' } }],
	cards: [
		{
			id: 'd.q/answer',
			noteId: 'd.q',
			deckId: 'd',
			kind: 'question',
			state: 'review',
			due: '2026-12-01T00:00:00Z',
			stability: 12.5,
			difficulty: 5,
			reps: 4,
			lapses: 1,
			suspended: false,
		},
	],
	reviews: [] as object[],
	auditions: [],
	settings: {},
};

/**
 * For tests: what such a backup holds, changed as the test needs it.
 *
 * @throws when it is refused
 */
export function decoded(changes: object): Snapshot {
	const result = decodeBackup(JSON.stringify({ ...documented, ...changes }));
	if (!result.ok) throw new Error(result.problems.join(' '));
	return result.snapshot;
}

/** For tests: why such a backup is refused; nothing if it is not. */
export function problems(changes: object): readonly string[] {
	const result = decodeBackup(JSON.stringify({ ...documented, ...changes }));
	return result.ok ? [] : result.problems;
}
