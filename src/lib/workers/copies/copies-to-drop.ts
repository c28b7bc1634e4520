/** A copy that is whole. */
export interface Copy {
	readonly name: string;
	/** Entries of the history in it. */
	readonly entries: number;
	/** When it was written, in ms. */
	readonly at: number;
}

/** So many are kept, whatever comes. */
export const KEPT_COPIES = 3;

/**
 * The ones to let go: all but the latest few. The one that holds most stays however old it is, so that copies of
 * a database that lost something never push it out.
 */
export function copiesToDrop(copies: readonly Copy[]): Copy[] {
	const [fullest, ...rest] = [...copies].sort((a, b) => b.entries - a.entries || b.at - a.at);
	if (!fullest) return [];
	return rest.sort((a, b) => b.at - a.at || b.entries - a.entries).slice(KEPT_COPIES - 1);
}
