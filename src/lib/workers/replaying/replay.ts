/// <reference lib="webworker" />
import { createMemoryModel } from '#lib/domain/memory/fsrs.ts';
import { settingsOf } from '#lib/domain/settings/settings-of.ts';
import { OtherTabs } from '#lib/storage/context/other-tabs.ts';
import { KnownRows } from '#lib/storage/context/known-rows.ts';
import { SchedulingRules } from '#lib/storage/context/scheduling-rules.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { exclusively } from '#lib/storage/database/exclusively.ts';
import { openDatabase } from '#lib/storage/database/open-database.ts';
import { knownDevice } from '#lib/storage/log/own-device.ts';
import { PreparedReplay } from '#lib/storage/log/prepared-replay.ts';
import { changeSettings } from '#lib/storage/records/settings-store.ts';
import { readLog, wholeExtent } from '#lib/workers/journal/read-log.ts';
import type { ReplayReply, ReplayRequest } from './ask-replay.ts';

/** The worker that puts new parameters in force. Ending it before it is done changes nothing. */

self.onmessage = ({ data }: MessageEvent<ReplayRequest>) => {
	void replay(data).then(
		() => reply({ tell: 'done' }),
		(error: unknown) => {
			reply({ tell: 'failed', reason: error instanceof Error ? error.message : String(error) });
		},
	);
};

async function replay(request: ReplayRequest): Promise<void> {
	const db = await openDatabase({ name: request.database });
	const tabs = new OtherTabs(db.name);
	try {
		await exclusively(`${db.name} backup`, () => change(db, tabs, request));
	} finally {
		tabs.close();
		db.close();
	}
}

async function change(
	db: GreenRoomDatabase,
	tabs: OtherTabs,
	{ changes, now }: ReplayRequest,
): Promise<void> {
	const device = await knownDevice(db);
	if (device === null) throw new Error('There is no collection yet.');
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
	const context = {
		db,
		clock: { now: () => now, utcOffsetMinutes: () => 0 },
		randomBytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
		rules: new SchedulingRules(db),
		known: new KnownRows(),
		device: () => Promise.resolve(device),
		// Every card may have changed, and the journals of the tabs follow.
		announce: () => tabs.announce('everything'),
	};
	await changeSettings(context, changes, () =>
		prepared.store(db, (done) => told(2 * extent.count + done)),
	);
}

function reply(message: ReplayReply): void {
	self.postMessage(message);
}
