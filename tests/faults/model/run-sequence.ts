import { expect } from 'vitest';
import type { Snapshot } from '#lib/domain/merge/snapshot.ts';
import type { Act } from './act.ts';
import { expectSame } from './compare.ts';
import { article } from './material.ts';
import type { Pair, World } from './pair.ts';
import { backup, mergeInto, perform, read, settle } from './perform.ts';
import { PlainDevice } from './plain-device.ts';
import { RealDevice, seededBytes } from './real-device.ts';

/**
 * Two devices live through the acts; then each takes in what the other has, and a third takes in pieces of
 * both in any order, some twice and with gaps that later pieces fill. All three end with the same.
 *
 * @param seed of every chance in it but the acts
 */
export async function runSequence(name: string, acts: readonly Act[], seed: number): Promise<void> {
	const [one, other] = await Promise.all([
		begin(`${name} 1`, seed + 1),
		begin(`${name} 2`, seed + 2),
	]);
	const third = await begin(`${name} 3`, seed + 3);
	const world: World = { pairs: [one, other], backups: [null, null] };
	try {
		for (const act of acts) await perform(world, act);
		await expectSame(one);
		await expectSame(other);
		const [ours, theirs] = await Promise.all([backup(one), backup(other)]);
		await takeIn(one, read(theirs.text), theirs.plain);
		await takeIn(other, read(ours.text), ours.plain);
		for (const { snapshot, plain } of pieces(
			[
				{ snapshot: read(ours.text), plain: ours.plain },
				{ snapshot: read(theirs.text), plain: theirs.plain },
			],
			seed,
		)) {
			await mergeInto(third, snapshot, plain, () => true);
		}
		await settle(third);
		const digest = await digestOf(one);
		expect(await digestOf(other)).toEqual(digest);
		expect(await digestOf(third)).toEqual(digest);
		// A second time brings nothing.
		expect(await one.real.store.merge(read(theirs.text))).toEqual({ events: 0, records: 0 });
	} finally {
		for (const { real } of [one, other, third]) {
			real.close();
			indexedDB.deleteDatabase(real.name);
		}
	}
}

async function begin(name: string, seed: number): Promise<Pair> {
	const pair: Pair = { real: new RealDevice(name, seed), plain: new PlainDevice() };
	await pair.real.open();
	await pair.real.store.seed([article]);
	pair.plain.seed(article);
	const [device] = await pair.real.db.devices.toArray();
	if (device) pair.plain.id = device.id;
	return pair;
}

async function takeIn(pair: Pair, snapshot: Snapshot, theirs: PlainDevice): Promise<void> {
	await mergeInto(pair, snapshot, theirs, () => true);
	await settle(pair);
}

interface Piece {
	readonly snapshot: Snapshot;
	readonly plain: PlainDevice;
}

/** Each snapshot three times: two overlapping parts of its log, then the whole, shuffled. */
function pieces(wholes: readonly Piece[], seed: number): Piece[] {
	const random = seededBytes(seed);
	const parts = wholes.flatMap(({ snapshot, plain }) =>
		[() => random() < 100, () => random() < 160, () => true].map((isKept): Piece => {
			const reviews = snapshot.reviews.filter(isKept);
			const part = plain.copy();
			part.log = new Map(reviews.map((event) => [event.id, event]));
			return { snapshot: { ...snapshot, reviews }, plain: part };
		}),
	);
	return parts
		.map((part) => ({ part, place: random() * 256 + random() }))
		.sort((a, b) => a.place - b.place)
		.map(({ part }) => part);
}

/** Everything that devices share, without what each knows of itself. */
async function digestOf({ real }: Pair): Promise<unknown> {
	const { devices: _devices, ...shared } = await real.store.exportAll();
	return { ...shared, days: await real.db.days.toArray(), rows: await real.db.cards.toArray() };
}
