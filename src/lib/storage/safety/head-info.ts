import type { StoreContext } from '#lib/storage/context/store-context.ts';
import { logLength } from '#lib/storage/log/log-length.ts';

export interface HeadInfo {
	readonly eventCount: number;
	/** When the latest event happened, in ms; null for an empty log. */
	readonly latestAt: number | null;
}

/**
 * How much there is: enough to warn before an older file takes its place. Told by the devices, each of which
 * counts its events, since counting a million rows takes most of a second.
 */
export async function headInfo({ db }: StoreContext): Promise<HeadInfo> {
	return db.transaction('r', db.events, db.devices, async () => {
		const [eventCount, latest] = await Promise.all([logLength(db), db.events.orderBy('id').last()]);
		return {
			eventCount,
			latestAt: latest?.at ?? null,
		};
	});
}
