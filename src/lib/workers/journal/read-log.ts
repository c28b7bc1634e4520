import type { DeviceId } from '#lib/domain/cards/ids.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import { unpackEvents } from '#lib/domain/log/segment.ts';
import { DamagedError } from '#lib/domain/packing/damaged-error.ts';
import { GENERATION } from '#lib/storage/safety/generation.ts';
import { generationFolder, journalFolder } from './journal-folder.ts';
import { surveyJournal, type Survey } from './journal-survey.ts';
import { readBytes } from './opfs-file.ts';
import { openRaw, rawEventsAfter, rawRows } from './raw-database.ts';

const AT_ONCE = 4096;

/**
 * The whole log, some thousands of events at a time, each device's in its order. What the journal has sealed
 * comes from there, since a million rows take many times as long; what it has not, or what is damaged
 * there, comes from the table.
 *
 * @throws when there is no such database
 */
export async function* readLog(database: string): AsyncGenerator<readonly LogEvent[]> {
	const db = await openRaw(database);
	try {
		const { folder, segments } = await sealed(database, db);
		const devices = (await rawRows(db, 'devices')) as { readonly id: DeviceId }[];
		for (const { id } of devices) {
			let last = 0;
			for (const { file, name } of segments.filter((each) => each.name.device === id)) {
				if (name.first <= last) continue;
				const events = folder && (await unpacked(folder, file));
				if (!events) continue;
				yield* rows(db, id, last, name.first - 1);
				yield events;
				last = name.sequence;
			}
			yield* rows(db, id, last, Infinity);
		}
	} finally {
		db.close();
	}
}

/** The segments of the present generation, by their first sequence number; none where there is no OPFS. */
async function sealed(
	database: string,
	db: IDBDatabase,
): Promise<{ folder: FileSystemDirectoryHandle | null; segments: Survey['segments'] }> {
	try {
		const meta = (await rawRows(db, 'meta')) as { readonly key: string; readonly value: unknown }[];
		const value = meta.find(({ key }) => key === GENERATION)?.value;
		const generation = typeof value === 'number' ? value : 0;
		const folder = await generationFolder(await journalFolder(database), generation);
		const { segments } = await surveyJournal(folder, []);
		return { folder, segments: segments.toSorted((a, b) => a.name.first - b.name.first) };
	} catch {
		return { folder: null, segments: [] };
	}
}

async function unpacked(
	folder: FileSystemDirectoryHandle,
	file: string,
): Promise<LogEvent[] | null> {
	const bytes = await readBytes(folder, file);
	try {
		return bytes && unpackEvents(bytes);
	} catch (error) {
		if (error instanceof DamagedError) return null;
		throw error;
	}
}

/** A device's events after one sequence number and up to another, from the table. */
async function* rows(
	db: IDBDatabase,
	device: DeviceId,
	after: number,
	through: number,
): AsyncGenerator<readonly LogEvent[]> {
	for (let last = after; last < through;) {
		const read = await rawEventsAfter(db, device, last, AT_ONCE);
		const events = read.filter(({ sequence }) => sequence <= through);
		if (events.length > 0) yield events;
		const final = events.at(-1);
		if (!final || events.length < AT_ONCE) return;
		last = final.sequence;
	}
}
