import type { DeviceId } from '#lib/domain/cards/ids.ts';
import { eventChecksum } from '#lib/domain/log/event-checksum.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import { emptyHead, extended, type Head } from '#lib/domain/log/head.ts';
import type { ContentTable } from '#lib/storage/database/watch-rows.ts';
import { readLines } from './journal-line.ts';
import { readSegmentName, tabOfFile, type SegmentName } from './journal-names.ts';
import { readText } from './opfs-file.ts';

/** What a generation of the journal holds, without reading what is sealed. */
export interface Survey {
	readonly segments: readonly { readonly file: string; readonly name: SegmentName }[];
	/** Events in open files that no segment holds, each once. */
	readonly events: readonly LogEvent[];
	readonly rows: readonly { readonly table: ContentTable; readonly row: unknown }[];
	readonly openFiles: readonly string[];
	/** Lines that could not be read. */
	readonly damaged: number;
	readonly heads: ReadonlyMap<DeviceId, Head>;
	readonly covers: (device: DeviceId, sequence: number) => boolean;
}

/**
 * @param folder of one generation
 * @param only these open files; by default all
 */
export async function surveyJournal(
	folder: FileSystemDirectoryHandle,
	only: readonly string[] | null = null,
): Promise<Survey> {
	const segments: Survey['segments'][number][] = [];
	const openFiles: string[] = [];
	for await (const file of folder.keys()) {
		const name = readSegmentName(file);
		if (name) segments.push({ file, name });
		else if (tabOfFile(file) !== null && (only?.includes(file) ?? true)) openFiles.push(file);
	}
	const read = await Promise.all(
		openFiles.map(async (file) => readLines((await readText(folder, file)) ?? '')),
	);
	const sealed = (device: DeviceId, sequence: number) =>
		segments.some(
			({ name }) => name.device === device && name.first <= sequence && sequence <= name.sequence,
		);
	const events = new Map<string, LogEvent>();
	const rows: Survey['rows'][number][] = [];
	for (const entry of read.flatMap(({ entries }) => entries)) {
		if ('table' in entry) rows.push(entry);
		else if (!sealed(entry.event.device, entry.event.sequence)) {
			events.set(keyOf(entry.event.device, entry.event.sequence), entry.event);
		}
	}
	return {
		segments,
		events: [...events.values()],
		rows,
		openFiles,
		damaged: read.reduce((sum, { damaged }) => sum + damaged, 0),
		heads: headsIn(segments, [...events.values()]),
		covers: (device, sequence) => events.has(keyOf(device, sequence)) || sealed(device, sequence),
	};
}

const keyOf = (device: DeviceId, sequence: number) => `${device} ${sequence}`;

function headsIn(
	segments: Survey['segments'],
	events: readonly LogEvent[],
): ReadonlyMap<DeviceId, Head> {
	const heads = new Map<DeviceId, Head>();
	for (const { name } of segments) {
		const { sequence, count, hash } = heads.get(name.device) ?? emptyHead;
		heads.set(name.device, {
			sequence: Math.max(sequence, name.sequence),
			count: count + name.count,
			hash: (hash + name.hash) >>> 0,
		});
	}
	for (const event of events) {
		const head = heads.get(event.device) ?? emptyHead;
		heads.set(event.device, extended(head, event.sequence, eventChecksum(event)));
	}
	return heads;
}
