import type { LogColumns } from '#lib/domain/log/log-columns.ts';
import type { Snapshot } from './snapshot.ts';

/** A snapshot whose log stands in columns: a large one is read into it and stored from it. */
export interface Collection {
	/** All but the log. */
	readonly content: Omit<Snapshot, 'reviews'>;
	/** Each event once. */
	readonly log: LogColumns;
}
