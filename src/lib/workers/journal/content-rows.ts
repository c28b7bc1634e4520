import { canonicalJson } from '#lib/domain/merge/canonical-json.ts';
import { SEED_STAMP, type Stamp } from '#lib/domain/merge/hybrid-clock.ts';
import { mergeBases } from '#lib/domain/merge/merge-entries.ts';
import { mergeRecords, type Stamped } from '#lib/domain/merge/record.ts';
import type { Base, SettingEntry } from '#lib/domain/merge/snapshot.ts';
import type { ContentTable } from '#lib/storage/database/watch-rows.ts';

export interface ContentRow {
	readonly table: ContentTable;
	readonly row: unknown;
}

/** Content by table and key; of several copies of a row what they merge to, in whatever order they come. */
export class ContentRows {
	readonly #rows = new Map<string, ContentRow>();

	constructor(rows: Iterable<ContentRow> = []) {
		for (const row of rows) this.add(row);
	}

	add(added: ContentRow): void {
		const key = keyOf(added);
		const known = this.#rows.get(key);
		this.#rows.set(key, known ? { table: added.table, row: merged(known, added) } : added);
	}

	/** Whether a row is held as it is, or in a later state. */
	holds(row: ContentRow): boolean {
		const known = this.#rows.get(keyOf(row));
		return known !== undefined && canonicalJson(merged(known, row)) === canonicalJson(known.row);
	}

	has(row: ContentRow): boolean {
		return this.#rows.has(keyOf(row));
	}

	values(): ContentRow[] {
		return [...this.#rows.values()];
	}

	of<T>(table: ContentTable): T[] {
		return this.values().flatMap((each) => (each.table === table ? [each.row as T] : []));
	}
}

/** Whether a person had a hand in it. What nobody touched comes back with the app's own articles. */
export function isPersons({ table, row }: ContentRow): boolean {
	if (table === 'bases' || table === 'settings') return true;
	const { stamps, deleted } = row as Stamped<object>;
	const written = Object.values(stamps as Readonly<Record<string, Stamp>>);
	return deleted !== null || written.some((stamp) => stamp !== SEED_STAMP);
}

/** Of all tables together. */
export function keyOf(row: ContentRow): string {
	return `${row.table} ${plainKeyOf(row)}`;
}

/** Within its table. */
export function plainKeyOf({ row }: ContentRow): string {
	const { key, cardId, value } = row as { key?: string; cardId?: string; value?: { id: string } };
	return key ?? cardId ?? value?.id ?? '';
}

/** Settings go by their stamp, records by field, bases by how far they went. */
function merged(a: ContentRow, b: ContentRow): unknown {
	if (a.table === 'bases') return mergeBases(a.row as Base, b.row as Base);
	if (a.table === 'settings') {
		const [ours, theirs] = [a.row as SettingEntry, b.row as SettingEntry];
		return theirs.stamp >= ours.stamp ? theirs : ours;
	}
	return mergeRecords(a.row as Stamped<object>, b.row as Stamped<object>);
}
