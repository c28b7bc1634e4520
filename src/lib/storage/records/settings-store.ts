import { nextStamp } from '#lib/domain/merge/hybrid-clock.ts';
import { isSettingKey, isValidSetting } from '#lib/domain/settings/is-valid-setting.ts';
import type { Settings } from '#lib/domain/settings/settings.ts';
import type { StoreContext } from '#lib/storage/context/store-context.ts';
import { deviceRow } from '#lib/storage/log/own-device.ts';
import { replayCards } from '#lib/storage/log/replay-cards.ts';

export async function readSettings(context: StoreContext): Promise<Settings> {
	const { db, rules } = context;
	const own = await context.device();
	return db.transaction('r', [db.settings, db.devices], async () => {
		const { rulesVersion } = await deviceRow(db, own);
		return (rules.kept(rulesVersion) ?? (await rules.read(rulesVersion))).settings;
	});
}

/**
 * Stores settings and gives them all back. New parameters change memory states by replay; due dates were
 * promised and stay.
 *
 * @param replay what computes every card anew, inside the transaction
 * @throws when a value is one that the setting can't have
 */
export async function changeSettings(
	context: StoreContext,
	changes: Partial<Settings>,
	replay: typeof replayCards = replayCards,
): Promise<Settings> {
	const { db, clock, rules } = context;
	const entries = Object.entries(changes);
	for (const [key, value] of entries) {
		if (isSettingKey(key) && isValidSetting(key, value)) continue;
		throw new Error(`The setting ${key} can't be ${JSON.stringify(value)}.`);
	}
	const own = await context.device();
	const tables = [db.settings, db.devices, db.cards, db.bases, db.events];
	const settings = await db
		.transaction('rw', tables, async () => {
			const device = await deviceRow(db, own);
			const stamp = nextStamp(device.stamp, clock.now(), own);
			const rulesVersion = device.rulesVersion + 1;
			await Promise.all([
				db.settings.bulkPut(entries.map(([key, value]) => ({ key, value, stamp }))),
				db.devices.put({ ...device, stamp, rulesVersion }),
			]);
			const { settings, model } = await rules.read(rulesVersion);
			if (changes.parameters) await replay(db, model);
			return settings;
		})
		.catch((error: unknown) => {
			rules.forget();
			throw error;
		});
	context.announce('settings');
	return settings;
}
