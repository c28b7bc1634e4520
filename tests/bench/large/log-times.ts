import { RunningCrc32 } from '#lib/domain/log/crc32.ts';
import { effectiveByCard } from '#lib/domain/log/effective-by-card.ts';
import { createMemoryModel, defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { reviewRuns } from '#lib/exchange/review-runs.ts';
import { progressOf } from '#lib/storage/log/progress-from.ts';
import { openRaw } from '#lib/workers/journal/raw-database.ts';
import { readLog, wholeExtent } from '#lib/workers/journal/read-log.ts';

/** Seconds of reading the whole log, of replaying every card with it, and of writing it as a backup does. */
async function wholeLog(): Promise<[name: string, seconds: number][]> {
	let start = performance.now();
	const passed = () => {
		const seconds = (performance.now() - start) / 1000;
		start = performance.now();
		return seconds;
	};
	const db = await openRaw('green-room');
	const log = await readLog(db, await wholeExtent(db));
	const read = passed();
	const model = createMemoryModel(defaultParameters);
	let reviews = 0;
	for (const { events } of effectiveByCard(log)) {
		reviews += progressOf(null, events, model).progress.reps;
	}
	const replayed = passed();
	const crc = new RunningCrc32();
	const runs: BlobPart[] = [];
	for (const run of reviewRuns(log)) {
		crc.add(run);
		runs.push(run);
	}
	const { size } = new Blob(runs);
	const exported = passed();
	db.close();
	return [
		[`Reading ${log.length} events`, read],
		[`Replaying the cards, ${reviews} answers`, replayed],
		[`Writing the events as JSON with a checksum, ${(size / 1e6).toFixed(0)} MB`, exported],
	];
}

Object.assign(window, { wholeLog });
