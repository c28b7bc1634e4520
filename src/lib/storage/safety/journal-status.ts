/** How the second copy of the collection stands. */
export interface JournalStatus {
	/**
	 * - `starting`: not looked at yet
	 * - `kept`: every commit has its second copy
	 * - `missing`: this browser has no place for one
	 * - `failing`: it could not be written, for `reason`
	 * - `lost`: it has seen more than the database holds; nothing is written
	 */
	readonly state: 'starting' | 'kept' | 'missing' | 'failing' | 'lost';
	readonly reason: string;
}
