import { expect, test } from 'vitest';
import { causalOrder } from '#lib/domain/log/causal-order.ts';
import { eventAt } from '#lib/domain/log/event-at.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import {
	article,
	bench,
	firstCard,
	rated,
	type Bench,
} from '#lib/storage/testing/testing-store.ts';
import { readLog, wholeExtent } from './read-log.ts';
import { seal } from './testing-seal.ts';

async function read({ db }: Bench): Promise<LogEvent[]> {
	const raw = db.backendDB();
	const log = await readLog(raw, await wholeExtent(raw));
	return Array.from(causalOrder(log), (place) => eventAt(log, place));
}

async function answered(times: number) {
	const on = await bench();
	await on.store.seed([article(1)]);
	for (let turn = 0; turn < times; turn++) await rated(on, await firstCard(on), 1);
	return { on, log: (await on.store.exportAll()).reviews };
}

test('without a journal the log comes from the table', async () => {
	const { on, log } = await answered(5);
	expect(await read(on)).toEqual(log);
});

test('sealed segments and the rows around them are the log, each event once', async () => {
	const { on, log } = await answered(9);
	await seal(on, log.slice(2, 4));
	await seal(on, log.slice(3, 5));
	await seal(on, log.slice(6, 8));
	expect(await read(on)).toEqual(log);
});

test('what is sealed is not read from the table', async () => {
	const { on, log } = await answered(3);
	await seal(on, log);
	await on.db.events.clear();
	expect(await read(on)).toEqual(log);
});

test('a damaged segment is passed over for the table', async () => {
	const { on, log } = await answered(4);
	await seal(on, log.slice(0, 3), true);
	expect(await read(on)).toEqual(log);
});

test('what was added after the extent was looked at is left out, sealed or not', async () => {
	const { on, log } = await answered(5);
	const raw = on.db.backendDB();
	const extent = await wholeExtent(raw);
	for (let turn = 0; turn < 3; turn++) await rated(on, await firstCard(on), 1);
	await seal(on, (await on.store.exportAll()).reviews.slice(3, 7));
	const read = await readLog(raw, extent);
	expect(Array.from({ length: read.length }, (_, index) => eventAt(read, index))).toEqual(log);
});
