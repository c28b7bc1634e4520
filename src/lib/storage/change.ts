/** What a commit touched: reviews and other events, decks and notes, settings, the session, the plan, or all. */
export type ChangedPart = 'log' | 'content' | 'settings' | 'session' | 'plan' | 'everything';

export interface Change {
	readonly part: ChangedPart;
	/** Made by this store, not by another tab. */
	readonly own: boolean;
}
