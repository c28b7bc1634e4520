import type { Audition } from '#lib/domain/audition/audition.ts';
import type { FaceSpan } from '#lib/domain/cards/face.ts';
import { faceLine } from '#lib/domain/cards/face-line.ts';
import type { LookBack } from '#lib/storage/planning/look-back.ts';
import type { App } from './app.svelte.ts';
import { CardReader } from './shown-card.ts';

/** A short look back at an audition that is over. */
export interface PastAudition extends Omit<LookBack, 'shaky'> {
	/** Prompts of the least sure cards, with what recall stood at, 0 to 1. */
	readonly shaky: readonly { readonly prompt: readonly FaceSpan[]; readonly recall: number }[];
}

/** Reads every card of the audition: to be done once, and not with every change. */
export async function readPast(
	app: Pick<App, 'store' | 'model'>,
	audition: Audition,
): Promise<PastAudition> {
	const reader = new CardReader(app.store);
	const back = await app.store.lookBack(audition, app.model);
	const shaky = await Promise.all(
		back.shaky.map(async ({ card, recall }) => {
			const shown = await reader.show(card);
			return shown ? [{ prompt: faceLine(shown.face.prompt), recall }] : [];
		}),
	);
	return { ...back, shaky: shaky.flat() };
}
