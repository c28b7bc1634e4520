import type { Card } from '#lib/domain/cards/card.ts';
import type { CardId } from '#lib/domain/cards/ids.ts';
import { momentOf, type Moment } from '#lib/domain/time/moment.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { openDatabase } from '#lib/storage/database/open-database.ts';
import { Store } from '#lib/storage/store.ts';

/** A device with a database of its own, a clock that is set by hand, and chance that can be had again. */
export class RealDevice {
	readonly name: string;
	readonly #random: () => number;
	at = Date.UTC(2026, 10, 2, 9);
	offset = 60;
	#opened: { readonly db: GreenRoomDatabase; readonly store: Store } | null = null;

	constructor(name: string, seed: number) {
		this.name = name;
		this.#random = seededBytes(seed);
	}

	get db(): GreenRoomDatabase {
		return this.#open.db;
	}

	get store(): Store {
		return this.#open.store;
	}

	async open(): Promise<void> {
		const db = await openDatabase({ name: this.name });
		const clock = { now: () => this.at, utcOffsetMinutes: () => this.offset };
		const randomBytes = (count: number) => Uint8Array.from({ length: count }, this.#random);
		this.#opened = { db, store: new Store(db, clock, randomBytes) };
	}

	close(): void {
		this.#opened?.store.close();
		this.#opened = null;
	}

	async reload(): Promise<void> {
		this.close();
		await this.open();
	}

	async moment(): Promise<Moment> {
		const { rolloverHour } = await this.store.settings();
		return momentOf({ now: () => this.at, utcOffsetMinutes: () => this.offset }, rolloverHour);
	}

	/** In the order of their ids. */
	async cardIds(): Promise<CardId[]> {
		return this.db.cards.orderBy('id').primaryKeys();
	}

	async card(id: CardId): Promise<Card> {
		const card = await this.store.card(id);
		if (!card) throw new Error(`${id} is gone.`);
		return card;
	}

	get #open() {
		if (!this.#opened) throw new Error(`${this.name} is closed.`);
		return this.#opened;
	}
}

/** Mulberry32 (Tommy Ettinger, public domain), a byte at a time. */
export function seededBytes(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let bits = Math.imul(state ^ (state >>> 15), 1 | state);
		bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
		return ((bits ^ (bits >>> 14)) >>> 24) & 0xff;
	};
}
