import type { MissingRun } from '#lib/domain/safety/missing.ts';
import type { Sentinel } from '#lib/domain/safety/sentinel.ts';

/** How a collection that lost something is to be made whole. */
export type Remedy =
	/** From the second copy, with whatever of the database is still sound. */
	| { readonly from: 'journal' }
	/** The same, and a backup file on top. */
	| { readonly from: 'file'; readonly file: Blob }
	/** Nothing of it: an empty collection, on purpose. */
	| { readonly from: 'nothing' };

export type RecoverMessage =
	| { readonly act: 'look'; readonly database: string; readonly noted: Sentinel }
	/** As a backup file, for a browser that has no place any more to restore it to. */
	| { readonly act: 'save'; readonly exportedAt: string }
	| { readonly act: 'restore'; readonly remedy: Remedy; readonly now: number };

/** What was found, before anything is changed. */
export interface Findings {
	/** Entries of the history that had been saved. */
	readonly seen: number;
	/** Of those, still sound in the database. */
	readonly inDatabase: number;
	/** Of those, in the second copy. */
	readonly inJournal: number;
	/** In either of the two. */
	readonly restorable: number;
	readonly missing: readonly MissingRun[];
	/** When the latest entry that can be restored was made, in ms. */
	readonly latestAt: number | null;
	/** Changes to decks, notes or settings after this moment (ms) may be missing; null when none are. */
	readonly contentSince: number | null;
}

export type RecoverReply =
	| { readonly tell: 'progress'; readonly done: number; readonly of: number }
	| { readonly tell: 'findings'; readonly findings: Findings }
	| { readonly tell: 'restored'; readonly findings: Findings }
	| { readonly tell: 'file'; readonly file: Blob }
	/** All that was found is still there. */
	| { readonly tell: 'refused'; readonly reasons: readonly string[] };
