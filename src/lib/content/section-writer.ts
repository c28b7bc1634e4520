import type { ArticleBlock, ArticleSection } from '#lib/domain/cards/deck.ts';
import type { Block } from './block.ts';
import type { Unit } from './leads.ts';
import { listOfBlocks, recapOfBlock, strayListOfBlock } from './list-of-block.ts';
import { clozeOfBlock, questionOfBlock, quoteOfBlock, type Meaning } from './note-of-block.ts';
import type { NoteWriter } from './note-writer.ts';
import { joinPieces } from './piece.ts';
import type { Place, Report } from './problem.ts';
import { SectionNames } from './section-names.ts';

interface Section extends ArticleSection {
	readonly blocks: ArticleBlock[];
}

type Heading = Block<'heading'>;

/** Puts the parts of an article into sections under their headings, and has their notes written. */
export class SectionWriter {
	readonly sections: Section[] = [];
	readonly #notes: NoteWriter;
	readonly #report: Report;
	readonly #names: SectionNames;
	#inRecap = false;
	/** The heading of a recap whose numbered list is still to come. */
	#awaitedRecap: Place | null = null;

	constructor(notes: NoteWriter, report: Report) {
		this.#notes = notes;
		this.#report = report;
		this.#names = new SectionNames(report);
	}

	write(unit: Unit): void {
		if (unit.type === 'heading') this.#writeHeading(unit);
		else this.#writeBlock(unit);
	}

	end(): void {
		if (this.#awaitedRecap) {
			this.#report(
				this.#awaitedRecap,
				'This recap has no numbered list. Put its points below it, as 1. 2. 3.',
			);
		}
		this.#awaitedRecap = null;
	}

	#writeHeading(heading: Heading): void {
		this.end();
		const title = joinPieces([heading.piece]);
		const isSection = heading.level === 2;
		this.#inRecap = /^recap:?$/i.test(title) && (isSection || heading.level === 3);
		if (this.#inRecap) this.#awaitedRecap = heading.place;
		if (isSection) this.#beginSection(title, heading);
		else if (!this.#inRecap) this.#writeStrayHeading(title, heading);
		else this.#sectionAt(heading.place);
	}

	#beginSection(title: string, heading: Heading | null): Section {
		if (heading && title === '') {
			this.#report(heading.place, 'This section has no title. Write it after the ## signs.');
		}
		const section = { id: this.#names.take(title, heading), title: title || 'Untitled', blocks: [] };
		this.sections.push(section);
		return section;
	}

	/** Sections have no headings of their own; the words are kept to be read. */
	#writeStrayHeading(title: string, { level, place }: Heading): void {
		const advice =
			level === 1
				? 'The title of the article stands in its front matter. Make this a section with ##, or take it out.'
				: 'A section has no headings below it but ### Recap. Make this a section with ##, or a paragraph.';
		this.#report(place, advice);
		if (title !== '') this.#sectionAt(place).blocks.push({ type: 'prose', text: title });
	}

	#sectionAt(place: Place): Section {
		const section = this.sections.at(-1);
		if (section) return section;
		this.#report(place, 'This stands before the first section. Put a heading with ## above it.');
		return this.#beginSection('Introduction', null);
	}

	#writeBlock(unit: Exclude<Unit, Heading>): void {
		const owner = unit.type === 'led-list' ? unit.lead : unit;
		const section = this.#sectionAt(owner.place);
		const meaning = this.#meaningOf(unit, section.title);
		if ('prose' in meaning) {
			for (const text of meaning.prose) section.blocks.push({ type: 'prose', text });
			return;
		}
		const id = unit.type === 'led-list' ? (unit.lead.id ?? unit.list.id) : unit.id;
		const noteId = this.#notes.write(meaning, { id, place: owner.place }, section.id);
		section.blocks.push({ type: 'note', noteId });
	}

	#meaningOf(unit: Exclude<Unit, Heading>, sectionTitle: string): Meaning {
		switch (unit.type) {
			case 'question':
				return questionOfBlock(unit, this.#report);
			case 'paragraph':
				return clozeOfBlock(unit, this.#report);
			case 'quote':
				return quoteOfBlock(unit, this.#report);
			case 'led-list':
				return listOfBlocks(unit, this.#report);
			case 'list':
				if (!unit.ordered || !this.#inRecap) {
					return strayListOfBlock(unit, this.#inRecap, this.#report);
				}
				this.#awaitedRecap = null;
				return recapOfBlock(unit, sectionTitle, this.#report);
		}
	}
}
