import { expect } from 'vitest';
import type { EventDraft, LogEvent } from '#lib/domain/log/event.ts';
import type { Stamped } from '#lib/domain/merge/record.ts';
import { totalsOf } from '#lib/domain/statistics/totals-of.ts';
import { cardRow } from '#lib/storage/database/card-row.ts';
import { eventOfRow } from '#lib/storage/database/event-row.ts';
import type { Pair } from './pair.ts';

/** The events a deed should have written are there, in their places and nothing else; the plain device takes them in. */
export async function expectAppended({ real, plain }: Pair, drafts: readonly EventDraft[]) {
	const events = await real.store.sessionEvents(plain.sequence);
	const latest = [...plain.log.keys()].reduce((a, b) => (a > b ? a : b), '' as LogEvent['id']);
	const { id: device } = plain;
	const written = drafts.map((draft, index) => ({
		...draft,
		device,
		sequence: plain.sequence + 1 + index,
	}));
	expect(events.map(({ id: _id, ...event }) => event)).toEqual(written);
	const ids = [latest, ...events.map(({ id }) => id)];
	expect(ids).toEqual([...new Set(ids)].sort());
	for (const event of events) plain.append(event);
	const touched = drafts.at(-1)?.cardId;
	if (touched !== undefined) {
		const row = await real.db.cards.get(touched);
		if (row) expect(row).toMatchObject(plain.progressOf(touched));
	}
}

/** Every row of every table says what it should. */
export async function expectSame({ real, plain }: Pair): Promise<void> {
	const { db, store } = real;
	const [decks, notes, auditions, settings, events, cards, days, devices, undo] = await Promise.all(
		[
			db.decks.toArray(),
			db.notes.toArray(),
			db.auditions.toArray(),
			db.settings.toArray(),
			db.events.toArray(),
			db.cards.toArray(),
			db.days.toArray(),
			db.devices.toArray(),
			store.peekUndo(),
		],
	);
	const log = [...plain.log.values()];
	expect(byId(decks)).toEqual(byId(plain.decks.values()));
	expect(byId(notes)).toEqual(byId(plain.notes.values()));
	expect(byId(auditions)).toEqual(byId(plain.auditions.values()));
	expect(settings).toEqual(
		[...plain.settingEntries.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
	);
	expect(events.map(eventOfRow)).toEqual(log.sort((a, b) => (a.id < b.id ? -1 : 1)));
	const rows = plain.cards().map((card) => cardRow(card, plain.isBrought(card.id)));
	expect(cards).toEqual(rows.sort((a, b) => (a.id < b.id ? -1 : 1)));
	expect(days).toEqual(totalsOf(log));
	const heads = plain.heads();
	for (const { id, count, hash } of devices) {
		expect({ id, count, hash }).toEqual({
			id,
			count: heads.get(id)?.count ?? 0,
			hash: heads.get(id)?.hash ?? 0,
		});
	}
	const standing = new Set(cards.map(({ id }) => id));
	expect(undo).toEqual(plain.nextUndo((id) => standing.has(id))?.event ?? null);
	const own = devices.find(({ id }) => id === plain.id);
	expect(own).toMatchObject({ sequence: plain.sequence });
	// No later write of this device may lose to what it has seen.
	for (const { stamps } of [...decks, ...notes, ...auditions]) {
		for (const stamp of Object.values<string>(stamps))
			expect(stamp <= (own?.stamp ?? '')).toBe(true);
	}
}

function byId<T extends { readonly id: string }>(records: Iterable<Stamped<T>>): Stamped<T>[] {
	return [...records].sort((a, b) => (a.value.id < b.value.id ? -1 : 1));
}
