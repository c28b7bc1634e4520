/** The database was made by a newer version of the app, whose rules this code does not know. */
export class NewerDatabaseError extends Error {
	override readonly name = 'NewerDatabaseError';
	readonly found: number;
	readonly known: number;

	constructor(found: number, known: number) {
		super(`The database has version ${found}; this page knows up to version ${known}.`);
		this.found = found;
		this.known = known;
	}
}
