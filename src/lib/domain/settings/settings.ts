import { defaultParameters } from '#lib/domain/memory/fsrs.ts';
import type { FitRecord } from '#lib/domain/optimizer/fit-record.ts';

/** What scheduling needs to know; handed to the rules as an argument. */
export interface SchedulingOptions {
	/** Chance of recall to aim for at the due date, 0.7 to 0.99. */
	readonly desiredRetention: number;
	readonly learningStepsSeconds: readonly number[];
	readonly relearningStepsSeconds: readonly number[];
	readonly maximumIntervalDays: number;
	readonly leechThreshold: number;
	readonly leechAction: 'tag' | 'suspend';
	/** FSRS-6, w0 to w20. */
	readonly parameters: readonly number[];
}

export interface Settings extends SchedulingOptions {
	readonly newPerDay: number;
	readonly reviewsPerDay: number;
	/** At most one new or review card of a note on a study day. */
	readonly burySiblings: boolean;
	readonly rolloverHour: number;
	readonly shortcuts: boolean;
	readonly theme: 'system' | 'light' | 'dark';
	readonly readAloud: boolean;
	/** Name of a voice of the device; empty means its default. */
	readonly voice: string;
	readonly countRecap: boolean;
	readonly recapClock: boolean;
	/** The last time parameters were fitted; null for never. */
	readonly fit: FitRecord | null;
	/** A match shows how long its round takes; nothing is made of it. */
	readonly matchClock: boolean;
}

export const defaultSettings: Settings = {
	desiredRetention: 0.9,
	learningStepsSeconds: [60, 600],
	relearningStepsSeconds: [600],
	maximumIntervalDays: 36_500,
	leechThreshold: 8,
	leechAction: 'tag',
	parameters: defaultParameters,
	newPerDay: 10,
	reviewsPerDay: 200,
	burySiblings: true,
	rolloverHour: 4,
	shortcuts: true,
	theme: 'system',
	readAloud: false,
	voice: '',
	countRecap: false,
	recapClock: true,
	fit: null,
	matchClock: false,
};
