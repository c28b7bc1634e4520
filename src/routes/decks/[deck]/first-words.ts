import { stripMarks } from '#lib/domain/cards/marks.ts';
import type { NoteBody } from '#lib/domain/cards/note.ts';

const AT_MOST = 6;

/** What to call a note beside its text: the first words that stand there. */
export function firstWords(body: NoteBody): string {
	const words = beginning(body).split(/\s+/);
	return words.length > AT_MOST ? `${words.slice(0, AT_MOST).join(' ')}…` : words.join(' ');
}

function beginning(body: NoteBody): string {
	if (body.kind === 'question') return body.question;
	if (body.kind === 'list') return body.lead;
	return body.kind === 'recap' ? 'Recap' : stripMarks(body.text);
}
