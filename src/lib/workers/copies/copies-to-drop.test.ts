import { expect, test } from 'vitest';
import { copiesToDrop } from './copies-to-drop.ts';
import { copyName, entriesOfName } from './copy-name.ts';

const copy = (at: number, entries: number) => ({ name: `${at}`, entries, at });
const dropped = (...copies: ReturnType<typeof copy>[]) =>
	copiesToDrop(copies).map(({ name }) => Number(name));

test('three copies stay, and of more the latest', () => {
	expect(dropped()).toEqual([]);
	expect(dropped(copy(1, 10), copy(2, 20), copy(3, 30))).toEqual([]);
	expect(dropped(copy(3, 30), copy(1, 10), copy(4, 40), copy(2, 20))).toEqual([1]);
});

test('copies that hold less never push out the one that holds most', () => {
	expect(dropped(copy(1, 900), copy(2, 5), copy(3, 5), copy(4, 5), copy(5, 5))).toEqual([3, 2]);
	// Of equals the latest is the one that holds most.
	expect(dropped(copy(1, 7), copy(2, 7), copy(3, 7), copy(4, 7))).toEqual([1]);
});

test('a copy’s name tells how many entries it holds, and takes no other’s place', () => {
	const taken = new Set<string>();
	for (const expected of ['12-entries', '12-entries-2', '12-entries-3']) {
		const name = copyName('green-room-backup-2026-11-25.json', 12, taken);
		expect(name).toBe(`green-room-backup-2026-11-25-${expected}.json`);
		expect(entriesOfName(name)).toBe(12);
		taken.add(name);
	}
	expect(entriesOfName('green-room-backup-2026-11-25.json')).toBeNull();
});
