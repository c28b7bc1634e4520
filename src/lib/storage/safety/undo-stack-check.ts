import type { DeviceId } from '#lib/domain/cards/ids.ts';
import { undoneIds } from '#lib/domain/log/effective-events.ts';
import { isUndoable } from '#lib/domain/log/undoable.ts';
import type { EventRow } from '#lib/storage/database/event-row.ts';

/** How a device's undo stack should be. */
export interface StackMends {
	/** Sequence number of the topmost event. */
	readonly top: number;
	/** What stands wrong beside an event: its sequence number, and that of the one under it. */
	readonly below: readonly (readonly [sequence: number, below: number])[];
}

/** Holds the undo stack that is stored against the one that the log makes, as its events come by card by card. */
export class UndoStackCheck {
	readonly #own: DeviceId | null;
	/** What is stored beside each event that could be undone, by sequence number. */
	readonly #live = new Map<number, number | null>();
	/** From an event that was undone to its undo: what came between was left out, for its card was gone then. */
	readonly #skipped: (readonly [from: number, to: number])[] = [];

	/** @param own the device whose stack it is; null when there is none yet */
	constructor(own: DeviceId | null) {
		this.#own = own;
	}

	/** @param rows all events of one card */
	add(rows: readonly EventRow[]): void {
		const undone = undoneIds(rows);
		for (const row of rows) {
			if (row.device !== this.#own) continue;
			if (row.kind === 'undo') {
				const target = rows.find(({ id }) => id === row.undoes);
				if (target) this.#skipped.push([target.sequence, row.sequence]);
			} else if (isUndoable(row) && !undone.has(row.id)) this.#live.set(row.sequence, row.below);
		}
	}

	/** @param top as the device's row has it. Null when the stack is as it should be */
	mends(top: number): StackMends | null {
		return this.#isSound(top) ? null : this.#anew();
	}

	#isSound(top: number): boolean {
		const walked = new Set<number>();
		for (let at = top; at > 0;) {
			const below = this.#live.get(at);
			if (below === undefined || below === null || below >= at) return false;
			walked.add(at);
			at = below;
		}
		for (const sequence of this.#live.keys()) {
			if (!walked.has(sequence) && !this.#wasSkipped(sequence)) return false;
		}
		return true;
	}

	#wasSkipped(sequence: number): boolean {
		return this.#skipped.some(([from, to]) => from < sequence && sequence < to);
	}

	#anew(): StackMends {
		const below: [number, number][] = [];
		let top = 0;
		for (const sequence of [...this.#live.keys()].sort((a, b) => a - b)) {
			if (this.#live.get(sequence) !== top) below.push([sequence, top]);
			top = sequence;
		}
		return { top, below };
	}
}
