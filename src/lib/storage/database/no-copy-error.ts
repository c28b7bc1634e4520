/** No backup could be kept of a database that is about to be upgraded. Nothing was changed. */
export class NoCopyError extends Error {
	override readonly name = 'NoCopyError';
}
