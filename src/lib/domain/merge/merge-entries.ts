import { canonicalJson } from './canonical-json.ts';
import type { Base, SettingEntry } from './snapshot.ts';

/** The later of two writes of one setting. A stamp names one write; for ties of others, any fixed choice will do. */
export function mergeSettings(a: SettingEntry, b: SettingEntry): SettingEntry {
	if (a.stamp !== b.stamp) return a.stamp > b.stamp ? a : b;
	return canonicalJson(a.value) >= canonicalJson(b.value) ? a : b;
}

/**
 * Where replay of one card begins, when two devices brought it in from elsewhere: the progress that went
 * further. The order and number of merges don't matter.
 */
export function mergeBases(a: Base, b: Base): Base {
	const further =
		a.progress.reps - b.progress.reps ||
		(a.progress.lastReviewedAt ?? 0) - (b.progress.lastReviewedAt ?? 0);
	if (further !== 0) return further > 0 ? a : b;
	return canonicalJson(a.progress) >= canonicalJson(b.progress) ? a : b;
}
