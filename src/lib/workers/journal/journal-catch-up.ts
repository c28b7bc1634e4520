import type { DeviceId } from '#lib/domain/cards/ids.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import { headEntries, type Sentinel } from '#lib/domain/safety/sentinel.ts';
import { CONTENT_TABLES } from '#lib/storage/database/watch-rows.ts';
import { ContentRows, isPersons, type ContentRow } from './content-rows.ts';
import { sealEvents, SEGMENT_EVENTS } from './journal-segments.ts';
import type { Survey } from './journal-survey.ts';
import type { JournalTab } from './journal-tab.ts';
import { openRaw, rawEventsAfter, rawRows } from './raw-database.ts';

export interface CatchUp {
	readonly database: string;
	/** Of the present generation. */
	readonly folder: FileSystemDirectoryHandle;
	readonly tab: JournalTab;
	readonly survey: Survey;
	/** What the database says it holds. */
	readonly present: Sentinel;
	/** Up to where the journal was known to hold decks, notes and settings. */
	readonly noted: Sentinel;
}

/**
 * Brings the journal up to the database: what was committed when no worker was there to hear of it, and
 * everything after a restore. Costs next to nothing when the heads agree.
 */
export async function catchUp(work: CatchUp): Promise<void> {
	const { survey, present, noted } = work;
	const behind = headEntries(present.heads).filter(([device, { count, hash }]) => {
		const head = survey.heads.get(device);
		return head?.count !== count || head.hash !== hash;
	});
	const isContentBehind = noted.generation !== present.generation || noted.stamp < present.stamp;
	if (behind.length === 0 && !isContentBehind) return;
	const db = await openRaw(work.database);
	try {
		for (const [device] of behind) await catchUpDevice(db, device, work);
		if (isContentBehind) await catchUpContent(db, work);
	} finally {
		db.close();
	}
}

async function catchUpDevice(
	db: IDBDatabase,
	device: DeviceId,
	{ folder, tab, survey }: CatchUp,
): Promise<void> {
	let waiting: LogEvent[] = [];
	let last = coveredThrough(device, survey);
	for (;;) {
		const events = await rawEventsAfter(db, device, last, SEGMENT_EVENTS);
		const final = events.at(-1);
		if (!final) break;
		last = final.sequence;
		waiting.push(...events.filter(({ sequence }) => !survey.covers(device, sequence)));
		if (waiting.length >= SEGMENT_EVENTS) waiting = await sealEvents(folder, waiting);
	}
	const left = await sealEvents(folder, waiting);
	tab.append(left.map((event) => ({ event })));
}

/** The end of what the journal holds from the device's beginning on, without a gap. */
function coveredThrough(device: DeviceId, { covers, segments }: Survey): number {
	let through = 0;
	for (;;) {
		const next = through + 1;
		const segment = segments.find(
			({ name }) => name.device === device && name.first <= next && next <= name.sequence,
		);
		if (segment) through = segment.name.sequence;
		else if (covers(device, next)) through = next;
		else return through;
	}
}

async function catchUpContent(db: IDBDatabase, { tab, survey }: CatchUp): Promise<void> {
	const held = new ContentRows(survey.rows);
	for (const table of CONTENT_TABLES) {
		const rows = (await rawRows(db, table)).map((row): ContentRow => ({ table, row }));
		tab.append(rows.filter((row) => isPersons(row) && !held.holds(row)));
	}
}
