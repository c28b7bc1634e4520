import { canonicalJson } from '#lib/domain/merge/canonical-json.ts';
import { mergeBases } from '#lib/domain/merge/merge-entries.ts';
import { mergeRecords, type Stamped } from '#lib/domain/merge/record.ts';
import type { Base, SettingEntry } from '#lib/domain/merge/snapshot.ts';
import type { ContentRow } from '#lib/workers/journal/content-rows.ts';

/**
 * What a stored row and its second copy come to: the later write of each. Where both tell of one write and differ, the
 * copy is right: its lines have checksums, and the database's rows of content have none.
 */
export function repaired({ table, row }: ContentRow, copy: ContentRow): unknown {
	if (table === 'bases') return repairedBase(row as Base, copy.row as Base);
	if (table === 'settings') {
		const [stored, sound] = [row as SettingEntry, copy.row as SettingEntry];
		return stored.stamp > sound.stamp ? stored : sound;
	}
	return repairedRecord(row as Stamped<object>, copy.row as Stamped<object>);
}

/** A base bears no stamp: one that went further may have come by a merge since. */
function repairedBase(stored: Base, sound: Base): Base {
	const { reps, lastReviewedAt } = stored.progress;
	const isFurther =
		reps !== sound.progress.reps || lastReviewedAt !== sound.progress.lastReviewedAt;
	return isFurther ? mergeBases(stored, sound) : sound;
}

function repairedRecord(stored: Stamped<object>, sound: Stamped<object>): Stamped<object> {
	const merged = mergeRecords(stored, sound);
	const stamps = new Map<string, unknown>(Object.entries(stored.stamps));
	const values = sound.value as Readonly<Record<string, unknown>>;
	const sameWrites = [...new Map<string, unknown>(Object.entries(sound.stamps))]
		.filter(([key, stamp]) => stamps.get(key) === stamp)
		.map(([key]) => [key, values[key]] as const);
	const value = { ...merged.value, ...Object.fromEntries(sameWrites) };
	return canonicalJson(value) === canonicalJson(merged.value) ? merged : { ...merged, value };
}
