import { eventChecksum } from '#lib/domain/log/event-checksum.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import { emptyHead, extended } from '#lib/domain/log/head.ts';
import { packEvents } from '#lib/domain/log/segment.ts';
import { segmentFileName } from './journal-names.ts';
import { writeFile } from './opfs-file.ts';

/** Events in a full segment: about 120 kB. */
export const SEGMENT_EVENTS = 4096;

/** Fewer in a row stay in an open file. */
const WORTH_SEALING = 512;

/**
 * Seals runs of events without a gap.
 *
 * @param events of any devices, in any order, that no segment holds yet
 * @returns those that were left, since they stand too much alone
 */
export async function sealEvents(
	folder: FileSystemDirectoryHandle,
	events: readonly LogEvent[],
): Promise<LogEvent[]> {
	const left: LogEvent[] = [];
	for (const run of runsOf(events)) {
		if (run.length < WORTH_SEALING) left.push(...run);
		else await writeSegment(folder, run);
	}
	return left;
}

/** Chromium and Safari rename files in OPFS; TypeScript does not know of it yet. */
interface Movable extends FileSystemFileHandle {
	readonly move?: (name: string) => Promise<void>;
}

async function writeSegment(
	folder: FileSystemDirectoryHandle,
	run: readonly LogEvent[],
): Promise<void> {
	const [first] = run;
	if (!first) return;
	const head = run.reduce(
		(before, event) => extended(before, event.sequence, eventChecksum(event)),
		emptyHead,
	);
	const name = segmentFileName({ device: first.device, first: first.sequence, ...head });
	const partial = `partial_${crypto.randomUUID()}`;
	// A segment counts by its name, so it gets it when it is whole.
	await writeFile(folder, partial, packEvents(run));
	const file: Movable = await folder.getFileHandle(partial);
	if (file.move) await file.move(name);
	else {
		await writeFile(folder, name, packEvents(run));
		await folder.removeEntry(partial);
	}
}

/** Of one device each, in order, without gaps, no longer than a segment. */
function runsOf(events: readonly LogEvent[]): LogEvent[][] {
	const sorted = events.toSorted((a, b) =>
		a.device === b.device ? a.sequence - b.sequence : a.device < b.device ? -1 : 1,
	);
	const runs: LogEvent[][] = [];
	for (const event of sorted) {
		const run = runs.at(-1);
		const last = run?.at(-1);
		const goesOn = last?.device === event.device && last.sequence + 1 === event.sequence;
		if (run && goesOn && run.length < SEGMENT_EVENTS) run.push(event);
		else runs.push([event]);
	}
	return runs;
}
