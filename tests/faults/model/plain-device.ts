import type { Audition } from '#lib/domain/audition/audition.ts';
import { untouched, type Card, type Progress } from '#lib/domain/cards/card.ts';
import { cardsOf } from '#lib/domain/cards/cards-of.ts';
import { inheritedOptions, type Deck } from '#lib/domain/cards/deck.ts';
import type {
	AuditionId,
	CardId,
	DeckId,
	DeviceId,
	EventId,
	NoteId,
} from '#lib/domain/cards/ids.ts';
import type { Note } from '#lib/domain/cards/note.ts';
import { effectiveEvents } from '#lib/domain/log/effective-events.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import { headsOf, type Head } from '#lib/domain/log/head.ts';
import { replay } from '#lib/domain/log/replay.ts';
import { createMemoryModel, type MemoryModel } from '#lib/domain/memory/fsrs.ts';
import { latest, nextStamp, SEED_STAMP, type Stamp } from '#lib/domain/merge/hybrid-clock.ts';
import { isDeleted, mergeRecords, stamped, type Stamped } from '#lib/domain/merge/record.ts';
import type { SettingEntry } from '#lib/domain/merge/snapshot.ts';
import { settingsOf } from '#lib/domain/settings/settings-of.ts';
import type { Settings } from '#lib/domain/settings/settings.ts';
import type { SeedArticle } from '#lib/storage/records/seed-article.ts';

const UNDOABLE = ['review', 'suspend', 'unsuspend', 'bury'];
const models = new Map<string, MemoryModel>();

/** All that a device should hold, in plain maps: the rules of the store told again without a database. */
export class PlainDevice {
	id = '' as DeviceId;
	/** Of its own counter; it outlives a wipe and a restore. */
	sequence = 0;
	stamp: Stamp = SEED_STAMP;
	/** Own events that undo takes back, the next one last. */
	stack: EventId[] = [];
	log = new Map<EventId, LogEvent>();
	decks = new Map<DeckId, Stamped<Deck>>();
	notes = new Map<NoteId, Stamped<Note>>();
	auditions = new Map<AuditionId, Stamped<Audition>>();
	settingEntries = new Map<string, SettingEntry>();

	get settings(): Settings {
		return settingsOf([...this.settingEntries.values()]);
	}

	get model(): MemoryModel {
		const { parameters } = this.settings;
		const key = parameters.join();
		const model = models.get(key) ?? createMemoryModel(parameters);
		models.set(key, model);
		return model;
	}

	/** The stamp of a change made now. */
	stampAt(now: number): Stamp {
		this.stamp = nextStamp(this.stamp, now, this.id);
		return this.stamp;
	}

	/** Cards of living notes in living decks, each as its events leave it. */
	cards(): Card[] {
		const seeds = [...this.notes.values()]
			.filter((note) => !isDeleted(note) && this.isAlive(note.value.deckId))
			.flatMap(({ value }) => cardsOf(value));
		const eventsOf = new Map<CardId, LogEvent[]>(seeds.map(({ id }) => [id, []]));
		for (const event of this.log.values()) eventsOf.get(event.cardId)?.push(event);
		return seeds.map((seed) => ({ ...seed, ...replay(eventsOf.get(seed.id) ?? [], this.model) }));
	}

	progressOf(id: CardId): Progress {
		const events = this.eventsOf(id);
		return events.length === 0 ? untouched : replay(events, this.model);
	}

	/** Whether the last event that counts made the card due by hand, and not on a day to come. */
	isBrought(id: CardId): boolean {
		const counted = effectiveEvents(this.eventsOf(id)).filter(({ kind }) => kind !== 'practice');
		const last = counted.at(-1);
		return last?.kind === 'reschedule' && last.day <= last.studyDay;
	}

	eventsOf(id: CardId): LogEvent[] {
		return [...this.log.values()].filter(({ cardId }) => cardId === id);
	}

	isAlive(deck: DeckId): boolean {
		const record = this.decks.get(deck);
		return record !== undefined && !isDeleted(record);
	}

	heads(): Map<DeviceId, Head> {
		return headsOf(this.log.values());
	}

	/** An event of its own was written. */
	append(event: LogEvent): void {
		this.log.set(event.id, event);
		this.sequence = event.sequence;
		if (UNDOABLE.includes(event.kind)) this.stack.push(event.id);
	}

	/** What undo would take back; events whose card is gone are passed over. */
	nextUndo(hasCard: (id: CardId) => boolean): { event: LogEvent; stack: EventId[] } | null {
		for (let length = this.stack.length; length > 0; length--) {
			const event = this.log.get(this.stack[length - 1] ?? ('' as EventId));
			if (event && hasCard(event.cardId)) return { event, stack: this.stack.slice(0, length - 1) };
		}
		return null;
	}

	seed({ deck, notes }: SeedArticle): void {
		if (!this.decks.has(deck.id)) {
			this.decks.set(deck.id, stamped({ ...deck, options: inheritedOptions }, SEED_STAMP));
		}
		for (const note of notes) {
			if (!this.notes.has(note.id)) this.notes.set(note.id, stamped(note, SEED_STAMP));
		}
	}

	wipe(): void {
		this.stack = [];
		for (const map of [this.log, this.decks, this.notes, this.auditions, this.settingEntries])
			map.clear();
	}

	/** Becomes what the copy is; id and counters go on. */
	restore(copy: PlainDevice): void {
		this.wipe();
		this.take(copy, () => true);
		this.stackAnew();
	}

	/** Union of the logs, of every field the later write. */
	merge(other: PlainDevice, isTaken: (index: number) => boolean): void {
		const before = this.log.size;
		this.take(other, isTaken);
		const cameBack = [...this.log.values()].slice(before).some(({ device }) => device === this.id);
		if (cameBack) this.stackAnew();
	}

	copy(): PlainDevice {
		const copy = new PlainDevice();
		Object.assign(copy, { id: this.id, sequence: this.sequence, stamp: this.stamp });
		copy.take(this, () => true);
		return copy;
	}

	private take(other: PlainDevice, isTaken: (index: number) => boolean): void {
		union(this.decks, other.decks, mergeRecords);
		union(this.notes, other.notes, mergeRecords);
		union(this.auditions, other.auditions, mergeRecords);
		union(this.settingEntries, other.settingEntries, (a, b) => (a.stamp >= b.stamp ? a : b));
		const ordered = [...other.log.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
		for (const [index, event] of ordered.entries()) {
			if (isTaken(index) && !this.log.has(event.id)) this.log.set(event.id, event);
		}
		this.stamp = latest(this.stamp, other.stamp);
	}

	private stackAnew(): void {
		const events = [...this.log.values()];
		const undone = new Set(
			events.flatMap((event) => (event.kind === 'undo' ? [event.undoes] : [])),
		);
		this.stack = events
			.filter(
				({ device, kind, id }) => device === this.id && UNDOABLE.includes(kind) && !undone.has(id),
			)
			.sort((a, b) => a.sequence - b.sequence)
			.map(({ id }) => id);
	}
}

function union<Key, Row>(
	ours: Map<Key, Row>,
	theirs: Map<Key, Row>,
	merge: (a: Row, b: Row) => Row,
): void {
	for (const [key, row] of theirs) {
		const own = ours.get(key);
		ours.set(key, own === undefined ? row : merge(own, row));
	}
}
