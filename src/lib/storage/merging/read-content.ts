import { completeAudition } from '#lib/domain/merge/complete-audition.ts';
import type { Device, Snapshot } from '#lib/domain/merge/snapshot.ts';
import { cardOfRow } from '#lib/storage/database/card-row.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import type { DeviceRow } from '#lib/storage/database/device-row.ts';

/** All of a collection but its log, and how far the log reached at the same moment. */
export interface Content {
	readonly content: Omit<Snapshot, 'reviews'>;
	readonly heads: readonly DeviceRow[];
}

/** Everything but the events, tombstones and stamps included, as it stands at one moment. */
export function readContent(db: GreenRoomDatabase): Promise<Content> {
	const { decks, notes, cards, bases, auditions, settings, devices } = db;
	const tables = [decks, notes, cards, bases, auditions, settings, devices];
	return db.transaction('r', tables, async () => {
		const heads = await devices.toArray();
		return {
			heads,
			content: {
				decks: await decks.toArray(),
				notes: await notes.toArray(),
				cards: (await cards.toArray()).map(cardOfRow),
				bases: await bases.toArray(),
				auditions: (await auditions.toArray()).map(completeAudition),
				settings: await settings.toArray(),
				devices: heads.filter(hasWritten).map(deviceOfRow),
			},
		};
	});
}

/** A device that has only seen what others wrote has no place in a backup. */
function hasWritten({ id, sequence, stamp }: DeviceRow): boolean {
	return sequence > 0 || stamp.endsWith(id);
}

function deviceOfRow({ id, sequence, lastEventTime, stamp }: DeviceRow): Device {
	return { id, sequence, lastEventTime, stamp };
}
