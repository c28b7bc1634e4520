import { untouched, type Card, type Progress } from '#lib/domain/cards/card.ts';
import type { LogColumns } from '#lib/domain/log/log-columns.ts';
import { kindCode } from '#lib/domain/log/segment-codes.ts';
import type { Collection } from '#lib/domain/merge/collection.ts';
import { RESTORED_STAMP } from '#lib/domain/merge/restored-stamp.ts';
import type { Base, SettingEntry } from '#lib/domain/merge/snapshot.ts';
import type { BackupFile } from './backup-file.ts';
import { cleanJson } from './clean-json.ts';
import type { ReviewsOfFile } from './reviews-of-file.ts';

/** The collection a sound file describes. What another program left out is filled in. */
export function collectionOfFile(file: BackupFile, reviews: ReviewsOfFile): Collection {
	const { decks, notes, cards, auditions, devices } = file;
	const settings = settingsOfFile(file);
	const log = reviews.log(file, settings);
	return {
		log,
		content: {
			decks: decks.map(({ stamps, deleted, ...value }) => ({ value, stamps, deleted })),
			notes: notes.map(({ stamps, deleted, ...value }) => ({ value, stamps, deleted })),
			auditions: auditions.map(({ stamps, deleted, ...value }) => ({ value, stamps, deleted })),
			cards,
			bases: [...file.bases, ...basesOf(cards, file.bases, log)],
			settings,
			devices: devices.map(({ lastEventAt, ...device }) => ({
				...device,
				lastEventTime: lastEventAt,
			})),
		},
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
function basesOf(cards: readonly Card[], known: readonly Base[], log: LogColumns): Base[] {
	const explained = new Set<string>(known.map(({ cardId }) => cardId));
	for (const number of reviewedIn(log)) explained.add(log.texts[number] ?? '');
	return cards
		.filter((card) => !explained.has(card.id))
		.map((card) => ({ cardId: card.id, progress: progressOf(card) }))
		.filter(({ progress }) => hasProgress(progress));
}

/** The numbers of the cards with events other than practice. */
function reviewedIn({ length, kinds, cards }: LogColumns): Set<number> {
	const numbers = new Set<number>();
	for (let place = 0; place < length; place++) {
		if (kinds[place] !== PRACTICE) numbers.add(cards[place] ?? -1);
	}
	return numbers;
}

const PRACTICE = kindCode('practice');

function progressOf(card: Card): Progress {
	const { id: _id, noteId: _note, deckId: _deck, kind: _kind, position: _position, ...rest } = card;
	return rest;
}

function hasProgress(progress: Progress): boolean {
	return JSON.stringify({ ...untouched, ...progress }) !== JSON.stringify(untouched);
}
