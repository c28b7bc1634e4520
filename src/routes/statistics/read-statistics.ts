import type { Deck } from '#lib/domain/cards/deck.ts';
import type { DailyTotals } from '#lib/domain/statistics/daily-totals.ts';
import type { PeriodName, Span } from '#lib/domain/statistics/periods.ts';
import type { Scope } from '#lib/domain/statistics/scope.ts';
import { addDays, type StudyDay } from '#lib/domain/time/study-day.ts';
import type { App } from '#lib/state/app.svelte.ts';
import type { LongCount } from '#lib/storage/statistics/kept-statistics.ts';
import type { StatisticsCounter } from '#lib/workers/statistics/ask-statistics.ts';
import { presetSpan, spanOfDates, type SpanName } from './spans.ts';

/** What the person asked to see. */
export interface Choice {
	readonly scope: Scope;
	readonly span: SpanName;
	/** Dates as their fields give them, for the span between two. */
	readonly from: string;
	readonly to: string;
	readonly period: PeriodName | 'auto';
}

/** What the screen's charts over time are drawn from. */
export interface Statistics {
	readonly count: LongCount;
	readonly span: Span;
	/** Of the days in the span. */
	readonly totals: readonly DailyTotals[];
	/** Of the last 365 days, whatever the span. */
	readonly year: readonly DailyTotals[];
	readonly decks: readonly Deck[];
	readonly tags: readonly string[];
	readonly isFirstVisit: boolean;
}

export const YEAR = 365;

/** Reads the totals of the days that are shown and nothing else, however long the log. */
export async function readStatistics(
	app: App,
	choice: Choice,
	worker: StatisticsCounter,
): Promise<Statistics> {
	const { store, settings } = app;
	const { at: now, studyDay: today } = app.now();
	const { scope } = choice;
	const about = await store.statistics();
	const [decks, tags, first] = await Promise.all([store.decks(), about.tags(), about.firstDay()]);
	const count: LongCount = { scope, now, today, parameters: settings.parameters };
	const span = spanOf(choice, today, first);
	const begin = Math.min(span.from, addDays(today, 1 - YEAR)) as StudyDay;
	const end = Math.max(span.to, today) as StudyDay;
	const all =
		scope.kind === 'tag'
			? await worker.ask('totals', count)
			: (await store.totals(begin, end)).filter(
					({ deckId }) => scope.kind === 'all' || deckId === scope.deckId,
				);
	const between = (from: number, to: number) =>
		all.filter(({ studyDay }) => studyDay >= from && studyDay <= to);
	return {
		count,
		span,
		totals: between(span.from, span.to),
		year: between(addDays(today, 1 - YEAR), today),
		decks,
		tags,
		isFirstVisit: first === null,
	};
}

function spanOf({ span, from, to }: Choice, today: StudyDay, first: StudyDay | null): Span {
	return span === 'dates' ? spanOfDates(from, to, today, first) : presetSpan(span, today, first);
}
