import type { PlainDevice } from './plain-device.ts';
import type { RealDevice } from './real-device.ts';

/** A device as it is, and as it should be. */
export interface Pair {
	readonly real: RealDevice;
	readonly plain: PlainDevice;
}

/** A backup of each: the file's text, and what it should hold. */
export interface Backup {
	readonly text: string;
	readonly plain: PlainDevice;
}

export interface World {
	readonly pairs: readonly [Pair, Pair];
	/** The latest of each device; null before the first. */
	readonly backups: [Backup | null, Backup | null];
}
