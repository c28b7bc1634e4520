import type { CardId, DeckId } from '#lib/domain/cards/ids.ts';
import type { DailyTotals } from '#lib/domain/statistics/daily-totals.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import type { CardRow } from '#lib/storage/database/card-row.ts';
import type { DeviceRow } from '#lib/storage/database/device-row.ts';
import type { StackMends } from './undo-stack-check.ts';

/** Rows that follow from others, as they should be. */
export interface Mends {
	readonly cards: readonly CardRow[];
	/** Cards that no note makes. */
	readonly strayCards: readonly CardId[];
	readonly days: readonly DailyTotals[];
	readonly strayDays: readonly [StudyDay, DeckId][];
	readonly devices: readonly DeviceRow[];
	/** What undo takes back next, and next; null when it is as it should be. */
	readonly stack: StackMends | null;
}

/** What a check of the whole collection found. */
export interface CheckReport {
	/** Events looked at. */
	readonly events: number;
	/** Events that say other than their checksum: only a second copy brings them back. */
	readonly damaged: number;
	/** Events that their device's head counts and that are not there: likewise. */
	readonly missing: number;
	/** Undos of events that are not there. Harmless: they may come with another device's log. */
	readonly dangling: number;
	readonly mends: Mends;
	/** The heads that the check began with, and whether they moved under it. */
	readonly heads: string;
	readonly moved: boolean;
}

/** Whether something is gone that can't be worked out again from what is here. */
export function hasLoss({ damaged, missing }: CheckReport): boolean {
	return damaged + missing > 0;
}

/** How many rows are to be put right. */
export function countMends(mends: Mends): number {
	const { cards, strayCards, days, strayDays, devices, stack } = mends;
	const rows = cards.length + strayCards.length + days.length + strayDays.length + devices.length;
	return rows + (stack?.below.length ?? 0);
}
