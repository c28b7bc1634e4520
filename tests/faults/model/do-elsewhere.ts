import { auditionId, noteId } from '#lib/domain/cards/ids.ts';
import type { Stamp } from '#lib/domain/merge/hybrid-clock.ts';
import {
	deleted,
	edited,
	isDeleted,
	restored,
	stamped,
	type Stamped,
} from '#lib/domain/merge/record.ts';
import type { Deed } from './act.ts';
import { noteOf } from './material.ts';
import type { Pair } from './pair.ts';

const DAY = 24 * 60 * 60_000;

type Elsewhere =
	Extract<Deed, { readonly pick: number }> | Extract<Deed, { readonly act: 'settings' }>;

/** Changes decks, notes, auditions and settings, here and there. Without anything to do it to, does nothing. */
export async function doElsewhere({ real, plain }: Pair, deed: Elsewhere): Promise<void> {
	const { store } = real;
	const stamp = (): Stamp => plain.stampAt(real.at);
	switch (deed.act) {
		case 'settings': {
			await store.changeSettings(deed.changes);
			const now = stamp();
			for (const [key, value] of Object.entries(deed.changes)) {
				plain.settingEntries.set(key, { key, value, stamp: now });
			}
			return;
		}
		case 'new deck': {
			const deck = await store.createDeck(`Deck ${deed.pick}`);
			plain.decks.set(deck.id, stamped(deck, stamp()));
			return;
		}
		case 'rename deck': {
			const record = living(plain.decks, deed.pick);
			if (!record) return;
			const changes = { name: `Renamed ${deed.pick}` };
			await store.renameDeck(record.value.id, changes.name);
			plain.decks.set(record.value.id, edited(record, changes, stamp()));
			return;
		}
		case 'delete deck': {
			const record = living(plain.decks, deed.pick);
			if (!record) return;
			await store.deleteDeck(record.value.id);
			plain.decks.set(record.value.id, deleted(record, stamp()));
			return;
		}
		case 'restore deck': {
			const record = dead(plain.decks, deed.pick);
			if (!record) return;
			await store.restoreDeck(record.value.id);
			const stamps = { ...record.stamps, options: stamp() };
			plain.decks.set(record.value.id, { ...record, stamps });
			return;
		}
		case 'new note':
		case 'edit note':
		case 'restore note': {
			const { pick } = deed;
			const record = (deed.act === 'restore note' ? dead : living)(plain.notes, pick);
			const deck = living(plain.decks, pick);
			if (!deck || (deed.act !== 'new note' && !record)) return;
			const text = { kind: 'cloze', text: pick % 2 ? `a ==b== ${pick}` : '==a== ==b==' } as const;
			const note =
				deed.act === 'new note' || !record
					? noteOf(`own ${pick % 5}`, text, pick, deck.value.id)
					: { ...record.value, deckId: deck.value.id, body: text };
			await store.saveNote(note);
			const known = plain.notes.get(note.id);
			const now = stamp();
			const alive = known && isDeleted(known) ? restored(known, now) : known;
			plain.notes.set(note.id, alive ? edited(alive, note, now) : stamped(note, now));
			return;
		}
		case 'delete note': {
			const record = living(plain.notes, deed.pick);
			const id = record?.value.id ?? noteId('none');
			await store.deleteNote(id);
			const now = stamp();
			if (record) plain.notes.set(id, deleted(record, now));
			return;
		}
		case 'audition': {
			const audition = {
				name: `Callback ${deed.pick}`,
				at: real.at + (deed.pick % 3) * 2 * DAY,
				deckIds: null,
				minutesPerDay: deed.pick % 4 ? 3 : null,
			};
			const record = deed.pick % 2 ? living(plain.auditions, deed.pick) : null;
			const saved = await store.saveAudition({ ...audition, id: record?.value.id ?? null });
			const now = stamp();
			plain.auditions.set(saved.id, record ? edited(record, saved, now) : stamped(saved, now));
			return;
		}
		case 'delete audition': {
			const record = living(plain.auditions, deed.pick);
			const id = record?.value.id ?? auditionId('none');
			await store.deleteAudition(id);
			const now = stamp();
			if (record) plain.auditions.set(id, deleted(record, now));
			return;
		}
	}
}

type Records<Key, T extends object> = ReadonlyMap<Key, Stamped<T>>;

function living<Key, T extends object>(records: Records<Key, T>, pick: number): Stamped<T> | null {
	return nth(records, pick, (record) => !isDeleted(record));
}

function dead<Key, T extends object>(records: Records<Key, T>, pick: number): Stamped<T> | null {
	return nth(records, pick, isDeleted);
}

function nth<Key, T extends object>(
	records: Records<Key, T>,
	pick: number,
	isWanted: (record: Stamped<T>) => boolean,
): Stamped<T> | null {
	const wanted = [...records.values()].filter(isWanted);
	return wanted[pick % Math.max(1, wanted.length)] ?? null;
}
