import type { CardId } from '#lib/domain/cards/ids.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import { packEvents } from '#lib/domain/log/segment.ts';
import { createMemoryModel, defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { progressFrom } from '#lib/storage/log/progress-from.ts';
import { readLog } from '#lib/workers/journal/read-log.ts';

/** Seconds of reading the whole log, replaying every card with it, and packing it for export. */
async function wholeLog(): Promise<[name: string, seconds: number][]> {
	let start = performance.now();
	const passed = () => {
		const seconds = (performance.now() - start) / 1000;
		start = performance.now();
		return seconds;
	};
	const byCard = new Map<CardId, LogEvent[]>();
	let count = 0;
	for await (const events of readLog('green-room')) {
		count += events.length;
		for (const event of events) {
			const known = byCard.get(event.cardId);
			if (known) known.push(event);
			else byCard.set(event.cardId, [event]);
		}
	}
	const read = passed();
	const model = createMemoryModel(defaultParameters);
	let reviews = 0;
	for (const events of byCard.values()) reviews += progressFrom(null, events, model).progress.reps;
	const replayed = passed();
	byCard.clear();
	start = performance.now();
	const parts: Uint8Array<ArrayBuffer>[] = [];
	for await (const events of readLog('green-room')) parts.push(packEvents(events));
	const { size } = new Blob(parts);
	return [
		[`Reading ${count} events`, read],
		[`Replaying the cards, ${reviews} answers`, replayed],
		[`Exporting all, ${(size / 1e6).toFixed(0)} MB packed`, passed()],
	];
}

Object.assign(window, { wholeLog });
