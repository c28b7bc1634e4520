import { crc32 } from '#lib/domain/log/crc32.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import type { ContentTable } from '#lib/storage/database/watch-rows.ts';

/** What the journal holds: an event, or a row of content as it was stored. */
export type JournalEntry =
	{ readonly event: LogEvent } | { readonly table: ContentTable; readonly row: unknown };

/** One entry as a line: the CRC-32 of its JSON, a space, the JSON. */
export function journalLine(entry: JournalEntry): string {
	const json = JSON.stringify(entry);
	return `${crc32(json)} ${json}\n`;
}

export interface ReadLines {
	readonly entries: readonly JournalEntry[];
	/** Lines that are not what was written: cut off when the browser was killed, or damaged since. */
	readonly damaged: number;
}

/** Every line that is still sound, whatever became of the others. Never throws. */
export function readLines(text: string): ReadLines {
	const entries: JournalEntry[] = [];
	let damaged = 0;
	for (const line of text.split('\n')) {
		if (line === '') continue;
		const json = line.slice(9);
		if (line.charAt(8) === ' ' && crc32(json) === line.slice(0, 8)) {
			entries.push(JSON.parse(json) as JournalEntry);
		} else damaged++;
	}
	return { entries, damaged };
}
