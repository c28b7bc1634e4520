import type { LogEvent } from '#lib/domain/log/event.ts';
import { unpackEvents } from '#lib/domain/log/segment.ts';
import { surveyJournal, type Survey } from './journal-survey.ts';
import { readBytes } from './opfs-file.ts';

/** What one generation of the journal holds beside events. */
export interface JournalContents {
	readonly rows: Survey['rows'];
	/** Lines and whole segments that could not be read. */
	readonly damaged: number;
}

/** Everything that one generation of the journal holds and that is sound. @param take given its events, some thousands at a time */
export async function readJournal(
	folder: FileSystemDirectoryHandle,
	take: (events: readonly LogEvent[]) => void,
): Promise<JournalContents> {
	const survey = await surveyJournal(folder);
	take(survey.events);
	let { damaged } = survey;
	for (const { file } of survey.segments) {
		const sealed = await readSegment(folder, file);
		if (sealed) take(sealed);
		else damaged++;
	}
	return { rows: survey.rows, damaged };
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
