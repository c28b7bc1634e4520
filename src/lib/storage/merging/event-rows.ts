import type { DeviceId } from '#lib/domain/cards/ids.ts';
import { eventAt } from '#lib/domain/log/event-at.ts';
import { eventChecksum } from '#lib/domain/log/event-checksum.ts';
import { emptyHead, extended, type Head } from '#lib/domain/log/head.ts';
import type { LogColumns } from '#lib/domain/log/log-columns.ts';
import { timeOfUuid } from '#lib/domain/time/uuid-v7.ts';
import type { EventRow } from '#lib/storage/database/event-row.ts';
import type { UndoStackIn } from './undo-stack-in.ts';

/** Rows made at once. */
const BATCH = 2000;

/**
 * A log as the rows it becomes, made a few thousand at a time: a million at once would take more memory than all the
 * rest. What devices' rows say of them is known once they are made.
 */
export class EventRows {
	readonly #log: LogColumns;
	readonly #stack: UndoStackIn;
	readonly #heads = new Map<DeviceId, Head>();
	#latestTime = 0;

	constructor(log: LogColumns, stack: UndoStackIn) {
		this.#log = log;
		this.#stack = stack;
	}

	/** The heads of those made so far. */
	get heads(): ReadonlyMap<DeviceId, Head> {
		return this.#heads;
	}

	/** The latest time of an id among them. */
	get latestTime(): number {
		return this.#latestTime;
	}

	*batches(): Generator<EventRow[]> {
		for (let from = 0; from < this.#log.length; from += BATCH) {
			const count = Math.min(BATCH, this.#log.length - from);
			yield Array.from({ length: count }, (_, index) => this.#row(from + index));
		}
	}

	#row(place: number): EventRow {
		const event = eventAt(this.#log, place);
		const checksum = eventChecksum(event);
		const head = this.#heads.get(event.device) ?? emptyHead;
		this.#heads.set(event.device, extended(head, event.sequence, checksum));
		const time = timeOfUuid(event.id);
		if (time > this.#latestTime) this.#latestTime = time;
		const below = this.#stack.below[place] ?? -1;
		return { ...event, below: below < 0 ? null : below, checksum };
	}
}
