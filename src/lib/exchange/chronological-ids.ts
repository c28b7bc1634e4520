import type { EventId } from '#lib/domain/cards/ids.ts';
import { nextIdTime, timeOfUuid, uuidV7 } from '#lib/domain/time/uuid-v7.ts';
import type { ReviewFile } from './backup-review.ts';
import { crc32 } from '#lib/domain/log/crc32.ts';

/**
 * Ids that sort in causal order for reviews whose own ids don't: a number or a random UUID says nothing of
 * time. The same file always gives the same ids, so that restoring it twice doubles nothing.
 *
 * @param reviews in the order they happened
 * @returns new ids by old ones; empty when the old ones will do
 */
export function chronologicalIds(reviews: readonly ReviewFile[]): Map<EventId, EventId> {
	const ids = new Map<EventId, EventId>();
	if (reviews.every(({ id }) => !Number.isNaN(timeOfUuid(id)))) return ids;
	let last = -1;
	for (const { id, reviewedAt } of reviews) {
		last = nextIdTime(last, Math.min(reviewedAt, LATEST_TIME));
		ids.set(id, uuidV7(last, bytesOf(id)) as EventId);
	}
	return ids;
}

/** Leaves room above for as many ids as a file can have. */
const LATEST_TIME = 2 ** 47;

function bytesOf(id: string): Uint8Array {
	const digits = ['a', 'b', 'c'].map((salt) => crc32(salt + id)).join('');
	return Uint8Array.from({ length: 10 }, (_, index) =>
		parseInt(digits.slice(2 * index, 2 * index + 2), 16),
	);
}
