import { plainAudition, type Audition } from '#lib/domain/audition/audition.ts';
import { RESTORED_STAMP } from './restored-stamp.ts';
import type { Stamped } from './record.ts';

/**
 * The record with every field that auditions have by now. One that was stored by an older version lacks some:
 * they get what is plain, and a stamp that loses to any write.
 */
export function completeAudition(record: Stamped<Audition>): Stamped<Audition> {
	const value: Audition = { ...plainAudition, ...record.value };
	const stamps = Object.fromEntries(
		Object.keys(value).map((field) => [field, RESTORED_STAMP]),
	) as typeof record.stamps;
	return { ...record, value, stamps: { ...stamps, ...record.stamps } };
}
