/** Packed bytes that can't be read: damaged, cut short, or packed by a newer version. */
export class DamagedError extends Error {
	override readonly name = 'DamagedError';
}
