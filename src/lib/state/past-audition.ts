import type { Audition } from '#lib/domain/audition/audition.ts';
import { faceText } from '#lib/domain/cards/face-text.ts';
import type { LookBack } from '#lib/storage/planning/look-back.ts';
import type { App } from './app.svelte.ts';
import type { CardReader } from './shown-card.ts';

/** An audition that is over, with a short look back. */
export interface PastAudition extends Omit<LookBack, 'shaky'> {
	readonly audition: Audition;
	/** Prompts of the least sure cards, with what recall stood at, 0 to 1. */
	readonly shaky: readonly { readonly prompt: string; readonly recall: number }[];
}

export async function readPast(
	app: App,
	reader: CardReader,
	audition: Audition,
): Promise<PastAudition> {
	const back = await app.store.lookBack(audition, app.model);
	const shaky = await Promise.all(
		back.shaky.map(async ({ card, recall }) => {
			const shown = await reader.show(card);
			return shown ? [{ prompt: faceText(shown.face.prompt), recall }] : [];
		}),
	);
	return { ...back, audition, shaky: shaky.flat() };
}
