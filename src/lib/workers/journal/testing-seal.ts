import type { LogEvent } from '#lib/domain/log/event.ts';
import { emptyHead, headsOf } from '#lib/domain/log/head.ts';
import { packEvents } from '#lib/domain/log/segment.ts';
import { presentSentinel } from '#lib/storage/safety/present-sentinel.ts';
import type { Bench } from '#lib/storage/testing/testing-store.ts';
import { generationFolder, journalFolder } from './journal-folder.ts';
import { segmentFileName } from './journal-names.ts';

/** For tests: seals events as the journal does, bytes changed on the way if wished. */
export async function seal(on: Bench, events: readonly LogEvent[], damage = false): Promise<void> {
	const [first] = events;
	if (!first) throw new Error('Nothing to seal.');
	const { generation } = await presentSentinel(on.db);
	const folder = await generationFolder(await journalFolder(on.name), generation);
	const head = headsOf(events).get(first.device) ?? emptyHead;
	const name = segmentFileName({ device: first.device, first: first.sequence, ...head });
	const bytes = packEvents(events);
	if (damage) bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
	const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
	await file.write(bytes);
	await file.close();
}
