import type { FitVerdict } from '#lib/domain/optimizer/judge-fit.ts';

/** What the worker is asked. It reads the log itself, so that the page needn't. */
export interface FitRequest {
	/** Name of the database. */
	readonly database: string;
	/** In force, w0 to w20. */
	readonly parameters: readonly number[];
	readonly relearningSteps: number;
}

export interface FitProgress {
	readonly part: 'reading' | 'fitting';
	/** 0 to 1. */
	readonly done: number;
}

export type FitAnswer =
	| ({ readonly kind: 'progress' } & FitProgress)
	| { readonly kind: 'verdict'; readonly verdict: FitVerdict }
	/** Another tab is fitting. */
	| { readonly kind: 'busy' }
	| { readonly kind: 'failed'; readonly reason: string };
