import { onTestFinished } from 'vitest';
import { cardId, deckId } from '#lib/domain/cards/ids.ts';
import { phaseOf, type DrillMode } from '#lib/domain/recap/drill.ts';
import type { Settings } from '#lib/domain/settings/settings.ts';
import { article, bench, note, type Bench } from '#lib/storage/testing/testing-store.ts';
import { Recap } from './recap.svelte.ts';
import { appOn } from './testing-app.ts';

export const SECOND = 1000;

/** For tests: what the recap’s note holds. */
export const points = ['Listen', 'Breathe', 'Know your lines'].map((text) => ({
	key: text.charAt(0).toLowerCase(),
	text,
}));

export const recapNote = note('recap', { kind: 'recap', items: points }, 9);

/** For tests: the cards of its points, and a deck without a recap. */
export const LISTEN = cardId(recapNote.id, 'l');
export const BREATHE = cardId(recapNote.id, 'b');
export const KNOW = cardId(recapNote.id, 'k');
export const PLAIN = deckId('a-plain-deck');

/** For tests: a recap that is open, until the test ends. @param mode that is begun at once */
export async function recapping(mode: DrillMode | null, settings: Partial<Settings> = {}) {
	const on = await bench();
	const { deck, notes } = article(1);
	await on.store.seed([article(2, PLAIN), { deck, notes: [...notes, recapNote] }]);
	await on.store.changeSettings(settings);
	const recap = new Recap(await appOn(on), null);
	onTestFinished(() => recap.stop());
	await recap.open();
	if (mode) recap.start(mode);
	return { on, recap };
}

export const phase = ({ drill }: Recap) => drill && phaseOf(drill);

export const shownKeys = ({ drill }: Recap) => drill?.run.points.map(({ key }) => key);

/** For tests: the kind, card and rating of each event of the log. */
export async function kept({ store }: Bench) {
	const events = await store.sessionEvents(0);
	return events.map((event) => [event.kind, event.cardId, 'rating' in event ? event.rating : null]);
}
