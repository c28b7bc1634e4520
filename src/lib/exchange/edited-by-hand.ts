import type { BuiltInArticle } from '#lib/content/built-in.ts';
import { inheritedOptions } from '#lib/domain/cards/deck.ts';
import { canonicalJson } from '#lib/domain/merge/canonical-json.ts';
import { SEED_STAMP, type Stamp } from '#lib/domain/merge/hybrid-clock.ts';
import type { Stamped } from '#lib/domain/merge/record.ts';
import { RESTORED_STAMP } from '#lib/domain/merge/restored-stamp.ts';
import type { Collection } from '#lib/domain/merge/collection.ts';

/** The app's own, which a file that was edited by hand is held against. */
export type Articles = readonly BuiltInArticle[];

/**
 * A collection from a file without a checksum, in which a person may have changed anything. What differs from the app's own
 * articles then counts as theirs, though its stamps say that nobody touched it: the articles would replace it.
 */
export function editedByHand({ content, log }: Collection, articles: Articles): Collection {
	const decks = articles.map(({ deck }) => ({ ...deck, options: inheritedOptions }));
	const notes = articles.flatMap((article) => article.notes);
	return {
		log,
		content: {
			...content,
			decks: theirs(content.decks, decks),
			notes: theirs(content.notes, notes),
		},
	};
}

function theirs<T extends { readonly id: string }>(
	records: readonly Stamped<T>[],
	builtIn: readonly T[],
): Stamped<T>[] {
	const byId = new Map(builtIn.map((value) => [value.id, value]));
	return records.map((record) => {
		const { value } = record;
		const original = byId.get(value.id);
		const stamps: { [K in keyof T]: Stamp } = { ...record.stamps };
		for (const key of Object.keys(value) as (keyof T)[]) {
			const isOriginal = original && canonicalJson(original[key]) === canonicalJson(value[key]);
			if (stamps[key] === SEED_STAMP && !isOriginal) stamps[key] = RESTORED_STAMP;
		}
		return { ...record, stamps };
	});
}
