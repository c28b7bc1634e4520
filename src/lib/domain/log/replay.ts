import { untouched, type Progress } from '#lib/domain/cards/card.ts';
import type { MemoryModel } from '#lib/domain/memory/fsrs.ts';
import { applyEvent } from './apply-event.ts';
import { effectiveEvents } from './effective-events.ts';
import type { LogEvent } from './event.ts';

/**
 * The progress that a card's events add up to. The order of `events` and duplicates among them don't
 * matter, so devices merge by union.
 *
 * @param events all of one card
 */
export function replay(events: readonly LogEvent[], model: MemoryModel): Progress {
	return effectiveEvents(events).reduce<Progress>(
		(progress, event) => applyEvent(progress, event, model),
		untouched,
	);
}
