import type { Sentinel } from '#lib/domain/safety/sentinel.ts';

/** The database holds less than was seen in it before, or does not open any more: nothing may be written. */
export class LossError extends Error {
	override readonly name = 'LossError';
	/** What was seen, by any sentinel that could be read. */
	readonly seen: Sentinel;

	constructor(seen: Sentinel) {
		super('The database holds less than was saved.');
		this.seen = seen;
	}
}
