import type { FitFacts } from './judge-fit.ts';

/** What is remembered of the last fit: kept with the settings, and so in every backup. */
export interface FitRecord {
	/** When, in ms. */
	readonly at: number;
	/** How many events the log held then. */
	readonly events: number;
	/** What it found; null when there was too little to judge by. */
	readonly facts: FitFacts | null;
	/** Nothing to offer, offered and not taken, in force, or taken and given back. */
	readonly outcome: 'nothing' | 'declined' | 'taken' | 'returned';
	/** The parameters that were in force before, w0 to w20, to go back to; null when there are none. */
	readonly previous: readonly number[] | null;
}

export function isFitRecord(value: unknown): value is FitRecord {
	if (typeof value !== 'object' || value === null) return false;
	const { at, events, facts, outcome, previous } = value as Record<keyof FitRecord, unknown>;
	return (
		Number.isFinite(at) &&
		Number.isSafeInteger(events) &&
		(facts === null || areFacts(facts)) &&
		OUTCOMES.some((known) => known === outcome) &&
		(previous === null || areParameters(previous))
	);
}

export function areParameters(value: unknown): value is readonly number[] {
	return (
		Array.isArray(value) && value.length === 21 && value.every((each) => Number.isFinite(each))
	);
}

const OUTCOMES = ['nothing', 'declined', 'taken', 'returned'] as const;
const FACTS = [
	'reviews',
	'heldOut',
	'recalled',
	'expectedNow',
	'expectedFitted',
	'lossNow',
	'lossFitted',
] as const satisfies readonly (keyof FitFacts)[];

function areFacts(value: unknown): value is FitFacts {
	if (typeof value !== 'object' || value === null) return false;
	const facts = value as Record<string, unknown>;
	return FACTS.every((name) => Number.isFinite(facts[name]));
}
