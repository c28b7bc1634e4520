import type { LogEvent } from './event.ts';
import { LogColumns } from './log-columns.ts';
import { packEvents, unpackInto } from './segment.ts';

/** Events packed at once. */
const AT_ONCE = 4096;

/** Events in typed arrays, in the same order. @throws when one holds a value that no event can have */
export function columnsOf(events: readonly LogEvent[]): LogColumns {
	const columns = new LogColumns();
	columns.reserve(events.length);
	for (let from = 0; from < events.length; from += AT_ONCE) {
		unpackInto(columns, packEvents(events.slice(from, from + AT_ONCE)));
	}
	return columns;
}
