import { SEED_STAMP, type Stamp } from '#lib/domain/merge/hybrid-clock.ts';
import type { Stamped } from '#lib/domain/merge/record.ts';
import { RESTORED_STAMP } from '#lib/domain/merge/restored-stamp.ts';
import type { Snapshot } from '#lib/domain/merge/snapshot.ts';

/**
 * A snapshot from a file without a checksum, in which a person may have changed anything: no field of it counts as one
 * that only the app has written, or the app's own articles would replace it.
 */
export function editedByHand(snapshot: Snapshot): Snapshot {
	return {
		...snapshot,
		decks: snapshot.decks.map(writtenByHand),
		notes: snapshot.notes.map(writtenByHand),
	};
}

function writtenByHand<T extends object>(record: Stamped<T>): Stamped<T> {
	const stamps: { [K in keyof T]: Stamp } = { ...record.stamps };
	for (const key of Object.keys(stamps) as (keyof T)[])
		if (stamps[key] === SEED_STAMP) stamps[key] = RESTORED_STAMP;
	return { ...record, stamps };
}
