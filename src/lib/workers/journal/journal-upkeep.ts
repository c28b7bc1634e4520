import { ContentRows } from './content-rows.ts';
import { journalLine, type JournalEntry } from './journal-line.ts';
import { openFileName, tabLock, tabOfFile } from './journal-names.ts';
import { sealEvents } from './journal-segments.ts';
import { surveyJournal } from './journal-survey.ts';
import { writeFile } from './opfs-file.ts';

/** So many files of tabs that are gone are worth putting together. */
const WORTH_IT = 8;

/** Their size in bytes, likewise. */
const LARGE = 1_000_000;

/**
 * Puts together what closed tabs left: long runs of events are sealed, the rest goes into one file. Nothing
 * is taken away before its copy is on the disk; killed half-way, some entries are there twice, which
 * harms nothing. Call it while holding the upkeep lock.
 *
 * @param folder of the present generation
 */
export async function keepUp(folder: FileSystemDirectoryHandle, database: string): Promise<void> {
	const left = await filesOfClosedTabs(folder, database);
	if (left.files.length < WORTH_IT && left.bytes < LARGE) return;
	const { events, rows } = await surveyJournal(folder, left.files);
	const alone = await sealEvents(folder, events);
	const entries: JournalEntry[] = [
		...alone.map((event) => ({ event })),
		...new ContentRows(rows).values(),
	];
	const text = entries.map(journalLine).join('');
	await writeFile(folder, openFileName(crypto.randomUUID()), new TextEncoder().encode(text));
	for (const file of left.files) await folder.removeEntry(file).catch(() => undefined);
}

async function filesOfClosedTabs(folder: FileSystemDirectoryHandle, database: string) {
	const files: string[] = [];
	let bytes = 0;
	const names: string[] = [];
	for await (const name of folder.keys()) names.push(name);
	// Asked after the listing: a tab takes its lock before it makes its file.
	const { held = [] } = await navigator.locks.query();
	const locks = new Set(held.map(({ name }) => name));
	for (const name of names) {
		const tab = tabOfFile(name);
		if (tab === null || locks.has(tabLock(database, tab))) continue;
		files.push(name);
		bytes += (await (await folder.getFileHandle(name)).getFile()).size;
	}
	return { files, bytes };
}
