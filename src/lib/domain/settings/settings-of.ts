import type { SettingEntry } from '#lib/domain/merge/snapshot.ts';
import { isSettingKey, isValidSetting } from './is-valid-setting.ts';
import { defaultSettings, type Settings } from './settings.ts';

/** Settings as stored; the default where there is none or a broken one. Keys of other versions are passed over. */
export function settingsOf(rows: readonly SettingEntry[]): Settings {
	const stored = rows.filter(({ key, value }) => isSettingKey(key) && isValidSetting(key, value));
	return {
		...defaultSettings,
		...Object.fromEntries(stored.map(({ key, value }) => [key, value])),
	};
}
