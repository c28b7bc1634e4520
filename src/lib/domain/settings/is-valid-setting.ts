import { areParameters, isFitRecord } from '#lib/domain/optimizer/fit-record.ts';
import type { Settings } from './settings.ts';

/** Whether a value, read from a file or an older database, is one that this setting can have. */
export function isValidSetting(key: keyof Settings, value: unknown): boolean {
	return checks[key](value);
}

export function isSettingKey(key: string): key is keyof Settings {
	return Object.hasOwn(checks, key);
}

type Check = (value: unknown) => boolean;

const flag: Check = (value) => typeof value === 'boolean';
const whole =
	(least: number, most: number): Check =>
	(value) =>
		Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most;
const oneOf =
	(...words: readonly string[]): Check =>
	(value) =>
		typeof value === 'string' && words.includes(value);
const steps: Check = (value) =>
	Array.isArray(value) && value.length <= 20 && value.every(whole(1, 366 * 86_400));
const checks: Readonly<Record<keyof Settings, Check>> = {
	desiredRetention: (value) => typeof value === 'number' && value >= 0.7 && value <= 0.99,
	learningStepsSeconds: steps,
	relearningStepsSeconds: steps,
	maximumIntervalDays: whole(1, 36_500),
	leechThreshold: whole(1, 9999),
	leechAction: oneOf('tag', 'suspend'),
	parameters: areParameters,
	newPerDay: whole(0, 9999),
	reviewsPerDay: whole(0, 9999),
	burySiblings: flag,
	rolloverHour: whole(0, 23),
	shortcuts: flag,
	theme: oneOf('system', 'light', 'dark'),
	readAloud: flag,
	voice: (value) => typeof value === 'string' && value.length <= 200,
	countRecap: flag,
	recapClock: flag,
	fit: (value) => value === null || isFitRecord(value),
	matchClock: flag,
};
