import type { LogEvent } from '#lib/domain/log/event.ts';
import { unpackEvents } from '#lib/domain/log/segment.ts';
import { surveyJournal, type Survey } from './journal-survey.ts';
import { readBytes } from './opfs-file.ts';

export interface JournalContents {
	readonly events: readonly LogEvent[];
	readonly rows: Survey['rows'];
	/** Lines and whole segments that could not be read. */
	readonly damaged: number;
}

/** Everything that one generation of the journal holds and that is sound. */
export async function readJournal(folder: FileSystemDirectoryHandle): Promise<JournalContents> {
	const survey = await surveyJournal(folder);
	const events = [...survey.events];
	let { damaged } = survey;
	for (const { file } of survey.segments) {
		const sealed = await readSegment(folder, file);
		if (sealed) events.push(...sealed);
		else damaged++;
	}
	return { events, rows: survey.rows, damaged };
}

async function readSegment(
	folder: FileSystemDirectoryHandle,
	file: string,
): Promise<LogEvent[] | null> {
	const bytes = await readBytes(folder, file);
	try {
		return bytes && unpackEvents(bytes);
	} catch {
		return null;
	}
}
