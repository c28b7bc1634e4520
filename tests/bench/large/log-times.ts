import { createMemoryModel, defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { effectiveByCard } from '#lib/domain/log/effective-by-card.ts';
import { progressOf } from '#lib/storage/log/progress-from.ts';
import { openRaw } from '#lib/workers/journal/raw-database.ts';
import { readLog, wholeExtent } from '#lib/workers/journal/read-log.ts';

/** Seconds of reading the whole log and of replaying every card with it. */
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
	db.close();
	return [
		[`Reading ${log.length} events`, read],
		[`Replaying the cards, ${reviews} answers`, replayed],
	];
}

Object.assign(window, { wholeLog });
