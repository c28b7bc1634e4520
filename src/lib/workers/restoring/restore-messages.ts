import type { Articles } from '#lib/exchange/edited-by-hand.ts';

export type RestoreMessage =
	| { readonly act: 'read'; readonly file: Blob; readonly articles: Articles }
	/** What was read takes the place of everything. */
	| { readonly act: 'restore'; readonly database: string };

/** What is in a backup file. */
export interface FileSummary {
	/** ISO 8601, UTC. */
	readonly exportedAt: string;
	/** Without deleted ones. */
	readonly decks: number;
	readonly cards: number;
	/** Entries of the history. */
	readonly events: number;
	/** When the latest of them happened, in ms; 0 for none. */
	readonly latestAt: number;
}

export type RestoreReply =
	| { readonly tell: 'progress'; readonly done: number; readonly of: number }
	| { readonly tell: 'read'; readonly summary: FileSummary }
	/** The file is no backup, or not a sound one. */
	| { readonly tell: 'refused'; readonly problems: readonly string[] }
	| { readonly tell: 'restored' }
	| { readonly tell: 'failed'; readonly reason: string };
