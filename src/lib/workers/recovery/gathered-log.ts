import type { DeviceId } from '#lib/domain/cards/ids.ts';
import { eventAt } from '#lib/domain/log/event-at.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import { LogColumns } from '#lib/domain/log/log-columns.ts';
import { packEvents, unpackInto } from '#lib/domain/log/segment.ts';

/** Events put together at once. */
const AT_ONCE = 4096;

/** A log that is put together from several copies: of each place of a device the event that came first. */
export class GatheredLog {
	readonly log = new LogColumns();
	readonly #held = new Map<DeviceId, Set<number>>();

	/** @returns how many hold a value that no event can have, and were left out */
	add(events: readonly LogEvent[]): number {
		let odd = 0;
		for (let from = 0; from < events.length; from += AT_ONCE) {
			odd += this.#pack(events.slice(from, from + AT_ONCE).filter((event) => this.#hold(event)));
		}
		return odd;
	}

	addLog(other: LogColumns): void {
		for (let from = 0; from < other.length; from += AT_ONCE) {
			const length = Math.min(AT_ONCE, other.length - from);
			this.add(Array.from({ length }, (_, index) => eventAt(other, from + index)));
		}
	}

	#hold({ device, sequence }: LogEvent): boolean {
		const held = this.#held.get(device) ?? new Set();
		if (held.has(sequence)) return false;
		this.#held.set(device, held.add(sequence));
		return true;
	}

	#pack(events: readonly LogEvent[]): number {
		let packed: Uint8Array;
		try {
			packed = packEvents(events);
		} catch {
			const [first, ...rest] = events;
			return first && rest.length > 0 ? this.#pack([first]) + this.#pack(rest) : 1;
		}
		unpackInto(this.log, packed);
		return 0;
	}
}
