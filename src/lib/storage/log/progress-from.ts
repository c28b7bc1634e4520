import { untouched, type Progress } from '#lib/domain/cards/card.ts';
import { applyEvent } from '#lib/domain/log/apply-event.ts';
import { effectiveEvents } from '#lib/domain/log/effective-events.ts';
import type { LastingEvent, LogEvent } from '#lib/domain/log/event.ts';
import { isBroughtForward } from '#lib/domain/log/is-brought-forward.ts';
import type { MemoryModel } from '#lib/domain/memory/fsrs.ts';

export interface Replayed {
	readonly progress: Progress;
	/** The last event that counted made the card due at once, by hand. */
	readonly broughtForward: boolean;
}

/**
 * Replays a card's events, from the progress it came with where it was brought in without its history.
 *
 * @param events all of the card, in any order
 */
export function progressFrom(
	base: Progress | null,
	events: readonly LogEvent[],
	model: MemoryModel,
): Replayed {
	return progressOf(base, effectiveEvents(events), model);
}

/** The same, of events that all count and stand in causal order. */
export function progressOf(
	base: Progress | null,
	lasting: readonly LastingEvent[],
	model: MemoryModel,
): Replayed {
	const progress = lasting.reduce<Progress>(
		(before, event) => applyEvent(before, event, model),
		base ?? untouched,
	);
	const last = lasting.findLast(({ id }) => id === progress.head);
	return { progress, broughtForward: isBroughtForward(last) };
}
