import type { Quote, Speaker } from './quote.ts';
import { fold } from './fold.ts';

/** Who speaks some quotes, each name once. */
export function speakersOf(quotes: readonly Quote[]): Speaker[] {
	const speakers = new Map<string, Speaker>();
	for (const { speaker } of quotes) {
		if (!speakers.has(fold(speaker.name))) speakers.set(fold(speaker.name), speaker);
	}
	return [...speakers.values()];
}
