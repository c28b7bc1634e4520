import type { LogEvent } from '#lib/domain/log/event.ts';
import type { Sentinel } from '#lib/domain/safety/sentinel.ts';
import type { StoredRows } from '#lib/storage/database/watch-rows.ts';

/** What a tab tells its journal. They are dealt with one after another. */
export type JournalMessage =
	| { readonly act: 'open'; readonly database: string; readonly tab: string }
	/** The database is sound: go on where it stands, and bring the journal up to it. */
	| { readonly act: 'follow'; readonly present: Sentinel }
	| { readonly act: 'event'; readonly event: LogEvent; readonly present: Sentinel }
	| { readonly act: 'rows'; readonly rows: StoredRows; readonly present: Sentinel }
	/** Answered when everything before it is on the disk. */
	| { readonly act: 'settle'; readonly id: number };

export type JournalReply =
	/** What OPFS has seen; null where there is no OPFS. */
	| { readonly tell: 'opened'; readonly seen: Sentinel | null }
	/** The journal holds what the database does. */
	| { readonly tell: 'kept' }
	| { readonly tell: 'settled'; readonly id: number }
	/** The journal can't be written to; reviewing goes on without it. */
	| { readonly tell: 'failed'; readonly reason: string };
