import * as v from 'valibot';
import { deckId, itemKey, noteId, sectionId, stamp, text, whole } from './backup-scalars.ts';
import { list } from './backup-list.ts';
import { RESTORED_STAMP } from '#lib/domain/merge/restored-stamp.ts';

const MOST_BLOCKS = 10_000;
const tombstone = v.optional(v.nullable(stamp), null);
const perDay = v.nullable(whole(0, 9999));
const written = v.optional(stamp, RESTORED_STAMP);

const block = v.variant(
	'type',
	[v.object({ type: v.literal('prose'), text }), v.object({ type: v.literal('note'), noteId })],
	'must be prose or a note',
);

const article = v.object({
	title: text,
	credit: text,
	source: text,
	sections: list(
		v.object({ id: sectionId, title: text, blocks: list(block, MOST_BLOCKS) }),
		MOST_BLOCKS,
	),
});

export const deck = v.object({
	id: deckId,
	name: text,
	article: v.optional(v.nullable(article), null),
	options: v.optional(v.object({ newPerDay: perDay, reviewsPerDay: perDay }), {
		newPerDay: null,
		reviewsPerDay: null,
	}),
	stamps: v.optional(
		v.object({ id: written, name: written, article: written, options: written }),
		{},
	),
	deleted: tombstone,
});

const items = list(v.object({ key: itemKey, text }), MOST_BLOCKS);

const body = v.variant(
	'kind',
	[
		v.object({ kind: v.literal('question'), question: text, answer: text }),
		v.object({ kind: v.literal('cloze'), text }),
		v.object({ kind: v.literal('list'), lead: text, items }),
		v.object({ kind: v.literal('recap'), items }),
		v.object({
			kind: v.literal('quote'),
			text,
			speaker: text,
			role: v.optional(text, ''),
			credit: v.optional(text, ''),
		}),
	],
	'must be a question, cloze, list, recap or quote',
);

export const note = v.object({
	id: noteId,
	deckId,
	sectionId: v.optional(v.nullable(sectionId), null),
	body,
	tags: v.optional(list(text, 1000), []),
	position: v.optional(whole(0, 1_000_000_000), 0),
	stamps: v.optional(
		v.object({
			id: written,
			deckId: written,
			sectionId: written,
			body: written,
			tags: written,
			position: written,
		}),
		{},
	),
	deleted: tombstone,
});
