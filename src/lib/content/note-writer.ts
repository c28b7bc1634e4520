import { noteId, type DeckId, type NoteId, type SectionId } from '#lib/domain/cards/ids.ts';
import type { Note } from '#lib/domain/cards/note.ts';
import type { BlockId } from './block-id.ts';
import type { MeantNote } from './note-of-block.ts';
import type { Place, Report } from './problem.ts';
import { textHash } from './text-hash.ts';
import { UniqueNames } from './unique-names.ts';

interface Origin {
	readonly id: BlockId | null;
	readonly place: Place;
}

/** Collects the notes of an article and sees to it that each has an id of its own. */
export class NoteWriter {
	readonly notes: Note[] = [];
	readonly #deckId: DeckId;
	readonly #report: Report;
	readonly #names = new UniqueNames();
	readonly #linesOfNames = new Map<string, number>();

	constructor(deckId: DeckId, report: Report) {
		this.#deckId = deckId;
		this.#report = report;
	}

	/** @param origin the permanent id its author gave it, if any, and where it begins */
	write({ body, cue }: MeantNote, origin: Origin, sectionId: SectionId): NoteId {
		const name = this.#nameOf(origin, `${body.kind} ${cue}`);
		const id = noteId(`${this.#deckId}.${name}`);
		const position = this.notes.length;
		this.notes.push({ id, deckId: this.#deckId, sectionId, body, tags: [], position });
		return id;
	}

	#nameOf({ id, place }: Origin, cue: string): string {
		const takenIn = id && this.#linesOfNames.get(id.text);
		if (id && takenIn === undefined) return this.#take(id.text, place.line);
		if (id) {
			this.#report(id, `The block in line ${takenIn} has the id ^${id.text}. Choose another one.`);
		}
		// An underscore cannot stand in an author's id, so the two never meet.
		const name = `_${textHash(cue)}`;
		const repeats = this.#linesOfNames.get(name);
		if (repeats !== undefined && !id) {
			this.#report(
				place,
				`This repeats the block in line ${repeats}. Word it differently, or give it an id such as ^another-one at its end.`,
			);
		}
		return this.#take(name, place.line);
	}

	#take(name: string, line: number): string {
		const unique = this.#names.take(name);
		this.#linesOfNames.set(unique, line);
		return unique;
	}
}
