import { createMemoryModel, defaultParameters } from '#lib/domain/memory/fsrs.ts';
import { KnownRows } from '#lib/storage/context/known-rows.ts';
import { SchedulingRules } from '#lib/storage/context/scheduling-rules.ts';
import { openDatabase } from '#lib/storage/database/open-database.ts';
import { knownDevice } from '#lib/storage/log/own-device.ts';
import { PreparedReplay } from '#lib/storage/log/prepared-replay.ts';
import { changeSettings } from '#lib/storage/records/settings-store.ts';
import { readLog, wholeExtent } from '#lib/workers/journal/read-log.ts';

/** Seconds of replaying the log with other parameters, and of storing what becomes of every card; then all back. */
async function newParameters(): Promise<[name: string, seconds: number][]> {
	const db = await openDatabase();
	const device = await knownDevice(db);
	if (device === null) throw new Error('There is no collection.');
	const context = {
		db,
		clock: { now: () => Date.now(), utcOffsetMinutes: () => 0 },
		randomBytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
		rules: new SchedulingRules(db),
		known: new KnownRows(),
		device: () => Promise.resolve(device),
		announce: () => undefined,
	};
	const rows: [string, number][] = [];
	for (const parameters of [defaultParameters.with(2, 9).with(8, 2), defaultParameters]) {
		let start = performance.now();
		const passed = () => {
			const seconds = (performance.now() - start) / 1000;
			start = performance.now();
			return seconds;
		};
		const extent = await wholeExtent(db.backendDB());
		const log = await readLog(db.backendDB(), extent);
		const bases = await db.bases.toArray();
		const read = { log, bases, through: extent.through };
		const prepared = new PreparedReplay(read, createMemoryModel(parameters), () => undefined);
		rows.push(['New parameters: reading and replaying the log', passed()]);
		await changeSettings(context, { parameters }, () => prepared.store(db, () => undefined));
		rows.push(['New parameters: storing all cards', passed()]);
	}
	db.close();
	return rows;
}

Object.assign(window, { newParameters });
