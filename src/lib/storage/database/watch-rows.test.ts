import type { DBCore, DBCoreMutateRequest, DBCoreTable } from 'dexie';
import { expect, test } from 'vitest';
import { watchRows, type StoredRows } from './watch-rows.ts';

/** A database that does nothing, watched, and what was told after a commit. */
function watched() {
	const told: StoredRows[] = [];
	const table = { mutate: () => Promise.resolve() } as unknown as DBCoreTable;
	const { create } = watchRows((rows) => told.push(rows));
	const core = create({ table: () => table } as unknown as DBCore);
	const trans = new EventTarget();
	const mutate = (name: string, request: object) =>
		void core.table?.(name).mutate({ trans, ...request } as unknown as DBCoreMutateRequest);
	return { told, mutate, commit: () => trans.dispatchEvent(new Event('complete')) };
}

const many = (count: number) => Array.from({ length: count }, (_, index) => ({ id: index }));

test('rows of one transaction are told together after its commit, however many they are', () => {
	const { told, mutate, commit } = watched();
	mutate('decks', { type: 'put', values: many(1) });
	mutate('notes', { type: 'add', values: many(300_000) });
	mutate('cards', { type: 'put', values: many(2) });
	expect(told).toEqual([]);
	commit();
	expect(told.map((rows) => rows.length)).toEqual([300_001]);
});

test('a transaction that empties a table first is not told row by row', () => {
	const { told, mutate, commit } = watched();
	mutate('notes', { type: 'deleteRange' });
	mutate('notes', { type: 'add', values: many(300_000) });
	commit();
	expect(told).toEqual([]);
});
