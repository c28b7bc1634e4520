import { sectionId, type SectionId } from '#lib/domain/cards/ids.ts';
import type { Block } from './block.ts';
import type { Report } from './problem.ts';
import { slugOf } from './slug.ts';
import { UniqueNames } from './unique-names.ts';

/** Sees to it that each section has an id of its own, and reports titles that stand twice. */
export class SectionNames {
	readonly #report: Report;
	readonly #names = new UniqueNames();
	readonly #linesOfTitles = new Map<string, number>();

	constructor(report: Report) {
		this.#report = report;
	}

	/** @param heading null for what stands before the first heading */
	take(title: string, heading: Block<'heading'> | null): SectionId {
		const id = heading?.id;
		if (heading) this.#checkTitle(title, heading);
		if (id && this.#names.has(id.text)) {
			this.#report(id, `Another section has the id ${id.text}. Choose another one.`);
		}
		const slug = slugOf(title);
		return sectionId(this.#names.take(id?.text ?? (slug === '' ? 'section' : slug)));
	}

	#checkTitle(title: string, heading: Block<'heading'>): void {
		const key = title.toLowerCase();
		const line = this.#linesOfTitles.get(key);
		if (line === undefined) this.#linesOfTitles.set(key, heading.place.line);
		else if (heading.piece.text !== '') {
			this.#report(
				heading.place,
				`The section in line ${line} has this title already. Choose another one.`,
			);
		}
	}
}
