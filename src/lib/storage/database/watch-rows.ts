import type { DBCore, DBCoreMutateRequest, DBCoreTable, Middleware } from 'dexie';

/** Rows that a person made and no event tells of: the journal carries them beside the log. */
export const CONTENT_TABLES = ['decks', 'notes', 'auditions', 'settings', 'bases'] as const;

export type ContentTable = (typeof CONTENT_TABLES)[number];

/** Rows that one transaction stored, in that order. */
export type StoredRows = readonly { readonly table: ContentTable; readonly row: unknown }[];

/**
 * Tells of every row of content that was stored, after its commit, whatever code stored it. Deletions leave
 * tombstones, which are rows too; what is taken out altogether comes from the app's own articles. A
 * transaction that first empties a table replaces everything, and is not told row by row.
 */
export function watchRows(committed: (rows: StoredRows) => void): Middleware<DBCore> {
	/** Of each transaction; null for one that replaces everything. */
	const pending = new WeakMap<object, { table: ContentTable; row: unknown }[] | null>();
	const keep = (table: ContentTable, { trans, ...request }: DBCoreMutateRequest) => {
		if (request.type === 'deleteRange') pending.set(trans, null);
		if (request.type !== 'put' && request.type !== 'add') return;
		const known = pending.get(trans);
		if (known === null) return;
		const rows = request.values.map((row: unknown) => ({ table, row }));
		// Not spread: a hundred thousand arguments are more than a call can have.
		if (known) {
			for (const row of rows) known.push(row);
			return;
		}
		pending.set(trans, rows);
		const transaction = trans as unknown as IDBTransaction;
		transaction.addEventListener('complete', () => committed(pending.get(trans) ?? []));
	};
	return {
		stack: 'dbcore',
		name: 'watch rows',
		create: (core) => ({
			...core,
			table: (name): DBCoreTable => {
				const table = core.table(name);
				const watched = CONTENT_TABLES.find((each) => each === name);
				if (!watched) return table;
				return {
					...table,
					// Not an async function: the browser's own promises would end Dexie's transaction.
					mutate: (request) => {
						keep(watched, request);
						return table.mutate(request);
					},
				};
			},
		}),
	};
}
