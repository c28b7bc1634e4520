import type { Article, Deck } from '#lib/domain/cards/deck.ts';
import { deckId } from '#lib/domain/cards/ids.ts';
import type { Note } from '#lib/domain/cards/note.ts';
import { blocksOf } from './blocks.ts';
import { readFrontMatter } from './front-matter.ts';
import { joinLeads } from './leads.ts';
import { linesOf } from './lines.ts';
import { NoteWriter } from './note-writer.ts';
import { comparePlaces, type Place, type Problem, type Report } from './problem.ts';
import { SectionWriter } from './section-writer.ts';

export interface Compiled {
	readonly deck: Pick<Deck, 'id' | 'name'> & { readonly article: Article };
	/** In the order of the article. */
	readonly notes: readonly Note[];
	/** All of them, in the order of the article. What has no problem is compiled all the same. */
	readonly problems: readonly Problem[];
}

export interface CompileOptions {
	/** The deck's id, a slug; it begins the id of every note. */
	readonly deckId: string;
	/** Named in problems. */
	readonly file: string;
}

const START: Place = { line: 1, column: 1 };

/**
 * Compiles an article in Markdown to a deck. README, "The article format", says what it understands.
 * Takes any text: what it cannot use is a problem in the answer, and it never throws.
 */
export function compileArticle(text: string, options: CompileOptions): Compiled {
	const problems: Problem[] = [];
	const report: Report = ({ line, column }, message) => {
		problems.push({ file: options.file, line, column, message });
	};
	const { frontMatter, body } = readFrontMatter(linesOf(text), report);
	const notes = new NoteWriter(deckId(options.deckId), report);
	const sections = new SectionWriter(notes, report);
	for (const unit of joinLeads(blocksOf(body, report), report)) sections.write(unit);
	sections.end();
	if (sections.sections.length === 0) {
		report(START, 'The article has no section. Begin one with a line ## and its title.');
	} else if (notes.notes.length === 0) {
		report(START, 'Nothing in this article makes a card. Add a question, a mark, a list, a quote or a recap.');
	}
	const title = frontMatter.title === '' ? options.deckId : frontMatter.title;
	return {
		deck: {
			id: deckId(options.deckId),
			name: title,
			article: { ...frontMatter, title, sections: sections.sections },
		},
		notes: notes.notes,
		problems: problems.sort(comparePlaces),
	};
}
