import { untouched, type Card, type Progress } from '#lib/domain/cards/card.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import type { Base, SettingEntry, Snapshot } from '#lib/domain/merge/snapshot.ts';
import type { BackupFile } from './backup-schema.ts';
import { cleanJson } from './clean-json.ts';
import { completeReviews } from './complete-reviews.ts';
import { RESTORED_STAMP } from '#lib/domain/merge/restored-stamp.ts';

/** The snapshot a sound file describes. What another program left out is filled in. */
export function snapshotOfFile(file: BackupFile): Snapshot {
	const { decks, notes, cards, auditions, devices } = file;
	const settings = settingsOfFile(file);
	const reviews = completeReviews(file, settings);
	return {
		decks: decks.map(({ stamps, deleted, ...value }) => ({ value, stamps, deleted })),
		notes: notes.map(({ stamps, deleted, ...value }) => ({ value, stamps, deleted })),
		auditions: auditions.map(({ stamps, deleted, ...value }) => ({ value, stamps, deleted })),
		cards,
		bases: [...file.bases, ...basesOf(cards, file.bases, reviews)],
		reviews,
		settings,
		devices: devices.map(({ lastEventAt, ...device }) => ({
			...device,
			lastEventTime: lastEventAt,
		})),
	};
}

function settingsOfFile({ settings, settingStamps }: BackupFile): SettingEntry[] {
	return Object.entries(settings).map(([key, value]) => ({
		key,
		value: cleanJson(value),
		stamp: settingStamps[key] ?? RESTORED_STAMP,
	}));
}

/** Progress that no event of the file explains is kept as where replay begins. */
function basesOf(
	cards: readonly Card[],
	known: readonly Base[],
	reviews: readonly LogEvent[],
): Base[] {
	const explained = new Set([
		...known.map(({ cardId }) => cardId),
		...reviews.flatMap(({ kind, cardId }) => (kind === 'practice' ? [] : [cardId])),
	]);
	return cards
		.filter((card) => !explained.has(card.id))
		.map((card) => ({ cardId: card.id, progress: progressOf(card) }))
		.filter(({ progress }) => hasProgress(progress));
}

function progressOf(card: Card): Progress {
	const { id: _id, noteId: _note, deckId: _deck, kind: _kind, position: _position, ...rest } = card;
	return rest;
}

function hasProgress(progress: Progress): boolean {
	return JSON.stringify({ ...untouched, ...progress }) !== JSON.stringify(untouched);
}
