import type { DeviceId } from '#lib/domain/cards/ids.ts';
import { LogColumns } from '#lib/domain/log/log-columns.ts';
import { packEvents, unpackInto } from '#lib/domain/log/segment.ts';
import { DamagedError } from '#lib/domain/packing/damaged-error.ts';
import { GENERATION } from '#lib/storage/safety/generation.ts';
import { generationFolder, journalFolder } from './journal-folder.ts';
import { surveyJournal, type Survey } from './journal-survey.ts';
import { readBytes } from './opfs-file.ts';
import { rawEventsAfter, rawRows } from './raw-database.ts';

/** Rows read at once. */
const AT_ONCE = 4096;
/** Files asked for before the first of them is there. */
const AHEAD = 8;

/** How far the log is to be read. */
export interface LogExtent {
	/** The last sequence number wanted of each device. */
	readonly through: ReadonlyMap<DeviceId, number>;
	/** How many events that makes, for those who wait. */
	readonly count: number;
}

/**
 * The whole log, each device's events in its order. What the journal has sealed comes from there, since a
 * million rows take many times as long; what it has not, or what is damaged there, comes from the table.
 *
 * @param db of the database that the journal is of
 * @param progress told how many events are read
 */
export async function readLog(
	db: IDBDatabase,
	{ through, count }: LogExtent,
	progress: (done: number) => void = () => undefined,
): Promise<LogColumns> {
	const log = new LogColumns();
	log.reserve(count);
	const { folder, segments } = await sealed(db);
	const added = () => progress(log.length);
	for (const [device, end] of through) {
		const own = segments.filter(({ name }) => name.device === device && name.sequence <= end);
		let last = 0;
		for await (const { name, bytes } of inTurn(folder, own)) {
			if (name.first <= last || !bytes) continue;
			if (name.first > last + 1)
				await addRows(log, db, { device, after: last, end: name.first - 1 });
			last = name.first - 1;
			if (addSegment(log, bytes)) last = name.sequence;
			added();
		}
		await addRows(log, db, { device, after: last, end }, added);
	}
	return log;
}

/** How far all devices have come by now. */
export async function wholeExtent(db: IDBDatabase): Promise<LogExtent> {
	const devices = (await rawRows(db, 'devices')) as {
		readonly id: DeviceId;
		readonly sequence: number;
		readonly count: number;
	}[];
	return {
		through: new Map(devices.map(({ id, sequence }) => [id, sequence])),
		count: devices.reduce((sum, { count }) => sum + count, 0),
	};
}

type Segments = Survey['segments'];

/** The segments of the present generation, by their first sequence number; none where there is no OPFS. */
async function sealed(
	db: IDBDatabase,
): Promise<{ folder: FileSystemDirectoryHandle | null; segments: Segments }> {
	try {
		const meta = (await rawRows(db, 'meta')) as { readonly key: string; readonly value: unknown }[];
		const value = meta.find(({ key }) => key === GENERATION)?.value;
		const generation = typeof value === 'number' ? value : 0;
		const folder = await generationFolder(await journalFolder(db.name), generation);
		const { segments } = await surveyJournal(folder, []);
		return { folder, segments: segments.toSorted((a, b) => a.name.first - b.name.first) };
	} catch {
		return { folder: null, segments: [] };
	}
}

/** The bytes of the segments, read a few ahead; null for one that can't be read at present. */
async function* inTurn(folder: FileSystemDirectoryHandle | null, segments: Segments) {
	if (!folder) return;
	const reading: Promise<Uint8Array | null>[] = [];
	for (const [index, { name }] of segments.entries()) {
		for (const { file } of segments.slice(reading.length, index + AHEAD)) {
			reading.push(readBytes(folder, file));
		}
		const bytes = (await reading[index]) ?? null;
		reading[index] = Promise.resolve(null);
		yield { name, bytes };
	}
}

/** @returns false when the bytes are damaged */
function addSegment(log: LogColumns, bytes: Uint8Array): boolean {
	try {
		unpackInto(log, bytes);
		return true;
	} catch (error) {
		if (error instanceof DamagedError) return false;
		throw error;
	}
}

interface Run {
	readonly device: DeviceId;
	readonly after: number;
	/** The last sequence number wanted. */
	readonly end: number;
}

/** A device's events after one sequence number and up to another, from the table. */
async function addRows(
	log: LogColumns,
	db: IDBDatabase,
	{ device, after, end }: Run,
	added: () => void = () => undefined,
): Promise<void> {
	for (let last = after; last < end;) {
		const read = await rawEventsAfter(db, device, last, AT_ONCE);
		const events = read.filter(({ sequence }) => sequence <= end);
		unpackInto(log, packEvents(events));
		added();
		const final = events.at(-1);
		if (!final || events.length < AT_ONCE) return;
		last = final.sequence;
	}
}
