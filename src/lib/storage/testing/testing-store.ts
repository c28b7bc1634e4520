import { onTestFinished } from 'vitest';
import type { Card } from '#lib/domain/cards/card.ts';
import { deckId, noteId, type DeckId } from '#lib/domain/cards/ids.ts';
import type { Note, NoteBody } from '#lib/domain/cards/note.ts';
import type { Rating } from '#lib/domain/log/event.ts';
import { createMemoryModel } from '#lib/domain/memory/fsrs.ts';
import { choices } from '#lib/domain/scheduling/choices.ts';
import { momentOf, type Moment } from '#lib/domain/time/moment.ts';
import type { Answered } from '#lib/storage/answering/answer-request.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { openDatabase } from '#lib/storage/database/open-database.ts';
import type { SeedArticle } from '#lib/storage/records/seed-article.ts';
import { Store } from '#lib/storage/store.ts';

/** A clock that stands still until it is moved. */
export class TestClock {
	at = Date.UTC(2026, 10, 2, 9);

	now = () => this.at;
	utcOffsetMinutes = () => 60;

	moment(): Moment {
		return momentOf(this, 4);
	}

	pass(ms: number): void {
		this.at += ms;
	}
}

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

export interface Bench {
	readonly name: string;
	readonly clock: TestClock;
	readonly db: GreenRoomDatabase;
	readonly store: Store;
}

let databases = 0;
const connections = new Map<string, GreenRoomDatabase[]>();

/** A store on a database of its own, deleted when the test ends. */
export async function bench(): Promise<Bench> {
	const name = `test ${Date.now()} ${databases++}`;
	onTestFinished(async () => {
		for (const db of connections.get(name) ?? []) db.close();
		await deleteDatabase(name);
	});
	return tab({ name, clock: new TestClock() });
}

/** Waits for connections that are still closing. */
function deleteDatabase(name: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.deleteDatabase(name);
		request.onsuccess = () => resolve();
		request.onerror = () => reject(request.error ?? new Error(`${name} stays.`));
	});
}

/** One more connection to the database of a bench: another tab. */
export async function tab({ name, clock }: Pick<Bench, 'name' | 'clock'>): Promise<Bench> {
	const db = await openDatabase({ name });
	const store = new Store(db, clock, (count) => crypto.getRandomValues(new Uint8Array(count)));
	onTestFinished(() => store.close());
	connections.set(name, [...(connections.get(name) ?? []), db]);
	return { name, clock, db, store };
}

export const DECK = deckId('callbacks');

export function note(name: string, body: NoteBody, position: number, deck: DeckId = DECK): Note {
	return {
		id: noteId(`${deck}.${name}`),
		deckId: deck,
		sectionId: null,
		body,
		tags: [],
		position,
	};
}

export function question(index: number, deck: DeckId = DECK): Note {
	const body: NoteBody = { kind: 'question', question: `Q${index}?`, answer: `A${index}.` };
	return note(`q${index}`, body, index, deck);
}

/** A deck of questions, each one card. */
export function article(count: number, deck: DeckId = DECK): SeedArticle {
	const notes = Array.from({ length: count }, (_, index) => question(index, deck));
	return { deck: { id: deck, name: 'Callbacks', article: null }, notes };
}

/** Rates a card as the review screen does. */
export async function rate({ store, clock }: Bench, card: Card, rating: Rating): Promise<Answered> {
	const settings = await store.settings();
	const moment = clock.moment();
	const model = createMemoryModel(settings.parameters);
	const outcome = choices(card, moment, settings, model)[rating];
	return store.answer({ card, moment, rating, outcome, durationMs: 4000, via: 'review' });
}

/** Rates a card and gives it as it is then. @throws when the answer was stale */
export async function rated(on: Bench, card: Card, rating: Rating): Promise<Card> {
	const answered = await rate(on, card, rating);
	if (answered.kind === 'stale') throw new Error(`${card.id} had moved.`);
	return answered.card;
}

export async function firstCard({ store }: Bench, deck: DeckId = DECK): Promise<Card> {
	const [card] = await store.cardsOf(deck);
	if (!card) throw new Error('The deck has no card.');
	return card;
}

/** Every row of every table but `meta`, for comparison. */
export async function allRows(db: GreenRoomDatabase): Promise<Record<string, unknown[]>> {
	const tables = db.tables.filter(({ name }) => name !== 'meta');
	const rows = await Promise.all(
		tables.map(async (table) => [table.name, await table.toArray()] as const),
	);
	return Object.fromEntries(rows);
}
