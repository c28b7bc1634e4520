import { nextAudition, type Audition } from '#lib/domain/audition/audition.ts';
import { meanRecall, noRecall } from '#lib/domain/audition/readiness.ts';
import { momentOf } from '#lib/domain/time/moment.ts';
import { daysBetween } from '#lib/domain/time/study-day.ts';
import type { App } from './app.svelte.ts';

/** The audition ahead, and how its cards would stand in the room. */
export interface NextAudition {
	readonly audition: Audition;
	/** Study days from today; 0 on the day itself. */
	readonly daysLeft: number;
	/** Mean retrievability then, 0 to 1; null when it has no cards. */
	readonly readiness: number | null;
}

/** Cards are read in slices and after the first paint: Today does not wait for it. */
export async function readNextAudition(app: App): Promise<NextAudition | null> {
	const now = app.now();
	const audition = nextAudition(await app.store.auditions(), now.at);
	if (!audition) return null;
	const { at } = audition;
	const { rolloverHour } = app.settings;
	return {
		audition,
		daysLeft: daysBetween(now.studyDay, momentOf(app.clock, rolloverHour, at).studyDay),
		readiness: await readinessFor(app, audition),
	};
}

async function readinessFor(app: App, { at, deckIds }: Audition): Promise<number | null> {
	const decks = deckIds ?? (await app.store.decks()).map(({ id }) => id);
	let recall = noRecall(at, app.model);
	for (const deck of decks) {
		for await (const cards of app.store.cardsInSlices(deck)) recall = meanRecall(recall, cards);
	}
	return recall.mean;
}
