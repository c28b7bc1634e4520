import type { DeviceId } from '#lib/domain/cards/ids.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import { headEntries, type Sentinel } from './sentinel.ts';

/** A run of events that a sentinel has seen and that are gone, and when they must have happened. */
export interface MissingRun {
	readonly device: DeviceId;
	readonly entries: number;
	/** The events before and after it, in ms; null where there is none. */
	readonly after: number | null;
	readonly before: number | null;
}

/** As far as the place of an event in its log tells. */
export type EventPlace = Pick<LogEvent, 'device' | 'sequence' | 'at'>;

/** Exactly which events are missing of those that were seen. @param events what there is, in any order */
export function missingRuns(seen: Sentinel, events: Iterable<EventPlace>): MissingRun[] {
	const byDevice = new Map<DeviceId, EventPlace[]>();
	for (const event of events) {
		const list = byDevice.get(event.device);
		if (list) list.push(event);
		else byDevice.set(event.device, [event]);
	}
	return headEntries(seen.heads).flatMap(([device, head]) => {
		const here = byDevice.get(device) ?? [];
		const missing = head.count - here.length;
		if (missing <= 0) return [];
		here.sort((a, b) => a.sequence - b.sequence);
		return runsOf(device, here, head.sequence, missing);
	});
}

/**
 * From the end backwards, since what is missing before the first may never have been in this log: counting
 * goes on after a wipe.
 */
function runsOf(
	device: DeviceId,
	events: readonly EventPlace[],
	last: number,
	missing: number,
): MissingRun[] {
	const runs: MissingRun[] = [];
	let left = missing;
	let next = last + 1;
	let before: number | null = null;
	for (const { sequence, at } of events.toReversed()) {
		const entries = Math.min(left, next - sequence - 1);
		if (entries > 0) runs.unshift({ device, entries, after: at, before });
		left -= Math.max(0, entries);
		next = sequence;
		before = at;
	}
	if (left > 0) runs.unshift({ device, entries: left, after: null, before });
	return runs;
}
