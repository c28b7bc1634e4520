import type { MemoryModel } from '#lib/domain/memory/fsrs.ts';
import { nextStamp, type Stamp } from '#lib/domain/merge/hybrid-clock.ts';
import type { StoreContext } from '#lib/storage/context/store-context.ts';
import { deviceRow } from '#lib/storage/log/own-device.ts';

/**
 * One change of decks, notes or auditions, in one transaction, under a new stamp. What `change` awaits must be the
 * database and nothing else.
 */
export async function changeContent<T>(
	context: StoreContext,
	change: (stamp: Stamp, model: MemoryModel) => Promise<T>,
): Promise<T> {
	const { db, clock, rules } = context;
	const own = await context.device();
	const { decks, notes, cards, bases, events, settings, devices, auditions } = db;
	const tables = [decks, notes, cards, bases, events, settings, devices, auditions];
	const result = await db.transaction('rw', tables, async () => {
		const device = await deviceRow(db, own);
		const stamp = nextStamp(device.stamp, clock.now(), own);
		const { model } = rules.kept(device.rulesVersion) ?? (await rules.read(device.rulesVersion));
		await db.devices.put({ ...device, stamp });
		return change(stamp, model);
	});
	context.announce('content');
	return result;
}
