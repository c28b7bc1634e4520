/// <reference lib="webworker" />
import { createMemoryModel } from '#lib/domain/memory/fsrs.ts';
import { settingsOf } from '#lib/domain/settings/settings-of.ts';
import type { StoreContext } from '#lib/storage/context/store-context.ts';
import { exclusively } from '#lib/storage/database/exclusively.ts';
import { PreparedReplay } from '#lib/storage/log/prepared-replay.ts';
import { changeSettings } from '#lib/storage/records/settings-store.ts';
import { readLog, wholeExtent } from '#lib/workers/journal/read-log.ts';
import type { ReplayReply, ReplayRequest } from './ask-replay.ts';
import { inWorkerContext } from './worker-context.ts';

/** The worker that puts new parameters in force. Ending it before it is done changes nothing. */

self.onmessage = ({ data }: MessageEvent<ReplayRequest>) => {
	void replay(data).then(
		() => reply({ tell: 'done' }),
		(error: unknown) => {
			reply({ tell: 'failed', reason: error instanceof Error ? error.message : String(error) });
		},
	);
};

function replay({ database, changes, now }: ReplayRequest): Promise<void> {
	return inWorkerContext(database, now, (context) =>
		exclusively(`${database} backup`, () => change(context, changes)),
	);
}

async function change(context: StoreContext, changes: ReplayRequest['changes']): Promise<void> {
	const { db } = context;
	const { parameters } = { ...settingsOf(await db.settings.toArray()), ...changes };
	const extent = await wholeExtent(db.backendDB());
	const bases = await db.bases.toArray();
	const cards = await db.cards.count();
	const told = (done: number) => reply({ tell: 'progress', done, of: 2 * extent.count + cards });
	const log = await readLog(db.backendDB(), extent, told);
	const read = { log, bases, through: extent.through };
	const prepared = new PreparedReplay(read, createMemoryModel(parameters), (done) =>
		told(extent.count + done),
	);
	await changeSettings(context, changes, () =>
		prepared.store(db, (done) => told(2 * extent.count + done)),
	);
}

function reply(message: ReplayReply): void {
	self.postMessage(message);
}
