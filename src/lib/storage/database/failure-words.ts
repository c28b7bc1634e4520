/** What went wrong with storage, in plain words: what happened, what is safe, what to do. */
export function failureWords(cause: unknown): string {
	if (isDiskFull(cause)) {
		return 'There is no space left on this device, so this could not be saved. Free some space, or go on without saving and download a backup.';
	}
	return cause instanceof Error ? cause.message : String(cause);
}

/** A full disk comes as an `AbortError` whose inner error tells the quota, by way of Dexie or without. */
export function isDiskFull(cause: unknown): boolean {
	if (typeof cause !== 'object' || cause === null) return false;
	const { name, inner } = cause as { readonly name?: unknown; readonly inner?: unknown };
	return name === 'QuotaExceededError' || isDiskFull(inner);
}
