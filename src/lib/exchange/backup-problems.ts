import { cardsOf } from '#lib/domain/cards/cards-of.ts';
import { isSettingKey, isValidSetting } from '#lib/domain/settings/is-valid-setting.ts';
import type { BackupFile } from './backup-file.ts';
import { twice } from './twice.ts';

/** What entries that are right by themselves get wrong together, reviews apart. */
export function backupProblems(file: BackupFile): string[] {
	return [
		...twice(
			'deck',
			file.decks.map(({ id }) => id),
		),
		...twice(
			'note',
			file.notes.map(({ id }) => id),
		),
		...twice(
			'card',
			file.cards.map(({ id }) => id),
		),
		...twice(
			'device',
			file.devices.map(({ id }) => id),
		),
		...twice(
			'base',
			file.bases.map(({ cardId }) => cardId),
		),
		...strayNotes(file),
		...strayCards(file),
		...wrongSettings(file),
	];
}

function strayNotes({ decks, notes }: BackupFile): string[] {
	const known = new Set(decks.map(({ id }) => id));
	return notes
		.filter(({ deckId }) => !known.has(deckId))
		.map(({ id, deckId }) => `The note ${id} is in the deck ${deckId}, which is not in the file.`);
}

function strayCards({ notes, cards }: BackupFile): string[] {
	const noteIds = new Set(notes.map(({ id }) => id));
	const made = new Map(notes.flatMap(cardsOf).map((card) => [card.id, card]));
	return cards.flatMap(({ id, noteId, deckId }) => {
		if (!noteIds.has(noteId)) {
			return [`The card ${id} is of the note ${noteId}, which is not in the file.`];
		}
		const seed = made.get(id);
		if (seed?.noteId !== noteId) return [`The note ${noteId} makes no card ${id}.`];
		if (seed.deckId !== deckId) return [`The card ${id} is in another deck than its note.`];
		return [];
	});
}

function wrongSettings({ settings }: BackupFile): string[] {
	return Object.entries(settings)
		.filter(([key, value]) => isSettingKey(key) && !isValidSetting(key, value))
		.map(([key]) => `The setting ${key} has a value it can't have.`);
}
