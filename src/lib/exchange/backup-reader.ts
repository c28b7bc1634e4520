import * as v from 'valibot';
import type { Collection } from '#lib/domain/merge/collection.ts';
import { backupProblems } from './backup-problems.ts';
import { fileFacts, fileLists, type BackupFile, type FileList } from './backup-file.ts';
import type { ReviewFile } from './backup-review.ts';
import { collectionOfFile } from './collection-of-file.ts';
import { FORMAT, VERSION } from './encode-backup.ts';
import { FileChecksum } from './file-checksum.ts';
import { isPlainObject } from './is-plain-object.ts';
import { issueText } from './issue-text.ts';
import { JsonReader } from './json-reader.ts';
import { ReviewsOfFile } from './reviews-of-file.ts';

export type ReadBackup =
	| {
			readonly ok: true;
			readonly collection: Collection;
			/** ISO 8601, UTC. */
			readonly exportedAt: string;
			/** It has a checksum, so nobody edited it: see `editedByHand`. */
			readonly isSealed: boolean;
	  }
	/** Plain sentences, the first of which says what the matter is. Never empty. */
	| { readonly ok: false; readonly problems: readonly string[] };

/** Told at most: a damaged file may have as many as it has entries. */
const MOST_PROBLEMS = 50;

/**
 * Reads a backup file bit by bit, whole or not at all; never throws. Each entry is built anew from what the format
 * names as soon as it is there, so that nothing else gets in, and a large file takes no room but for what is kept.
 */
export class BackupReader {
	readonly #json = new JsonReader({
		entry: (list, value, index) => this.#entry(list, value, index),
		member: (name, value) => this.#member(name, value),
	});
	readonly #checksum = new FileChecksum();
	readonly #reviews = new ReviewsOfFile();
	readonly #lists = new Map<string, unknown[]>();
	readonly #members = new Map<string, unknown>();
	readonly #issues: string[] = [];

	/** @param text what comes next of the file */
	add(text: string): void {
		this.#json.add(text);
	}

	end(): ReadBackup {
		const root = this.#json.end();
		if (root === undefined) {
			return refused([
				'This is not a complete JSON file: it is damaged, cut off or of another kind.',
			]);
		}
		if (!isPlainObject(root) || this.#members.get('format') !== FORMAT) {
			return refused(['This file is not a Green Room backup.']);
		}
		const version = this.#members.get('version');
		if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
			return refused(['The backup does not say which version of the format it has.']);
		}
		if (version > VERSION) {
			return refused([
				`The backup was made by a newer Green Room (format ${version}; this one reads up to ${VERSION}). Update the app, then try again.`,
			]);
		}
		// A file of another program, or one edited by hand, may leave the checksum out.
		const checksum = this.#members.get('checksum');
		if (checksum !== undefined && checksum !== this.#checksum.end()) {
			return refused(['The backup is damaged: its contents do not match its checksum.']);
		}
		return this.#content();
	}

	#content(): ReadBackup {
		const facts = v.safeParse(fileFacts, Object.fromEntries(this.#members), {
			abortPipeEarly: true,
		});
		if (!facts.success) this.#issues.push(...facts.issues.map((issue) => issueText(issue)));
		for (const name of Object.keys(fileLists)) {
			const isMissing = !this.#members.has(name);
			if (isMissing && isFileList(name) && !fileLists[name].optional) {
				this.#issues.push(`${name}: is missing.`);
			}
		}
		if (!facts.success || this.#issues.length > 0) {
			return refused(['The backup has entries that cannot be read.', ...this.#issues]);
		}
		// Each entry was put into its list by the schema of that list.
		const lists = Object.fromEntries(
			Object.keys(fileLists).map((name) => [name, this.#lists.get(name) ?? []]),
		) as unknown as BackupFile;
		const file: BackupFile = { ...lists, ...facts.output };
		const problems = [...backupProblems(file), ...this.#reviews.problems(file)];
		if (problems.length > 0) return refused(['The backup contradicts itself.', ...problems]);
		const collection = collectionOfFile(file, this.#reviews);
		const isSealed = this.#members.has('checksum');
		return { ok: true, collection, exportedAt: file.exportedAt, isSealed };
	}

	#entry(list: string, value: unknown, index: number): void {
		this.#checksum.entry(list, value);
		if (!isFileList(list)) return;
		const { entry, most } = fileLists[list];
		if (index >= most) {
			if (index === most) this.#problem(`${list}: must not have more than ${most} entries.`);
			return;
		}
		const parsed = v.safeParse(entry, value, { abortPipeEarly: true });
		if (!parsed.success) {
			for (const issue of parsed.issues) this.#problem(issueText(issue, [list, index]));
		} else if (list === 'reviews') this.#reviews.add(parsed.output as ReviewFile);
		else {
			const known = this.#lists.get(list);
			if (known) known.push(parsed.output);
			else this.#lists.set(list, [parsed.output]);
		}
	}

	#member(name: string, value: unknown): void {
		this.#checksum.member(name, value);
		if (isFileList(name)) {
			if (!Array.isArray(value)) this.#problem(`${name}: must be a list.`);
			if (this.#members.has(name)) this.#problem(`${name}: must not be there twice.`);
		}
		this.#members.set(name, value);
	}

	#problem(text: string): void {
		if (this.#issues.length < MOST_PROBLEMS) this.#issues.push(text);
	}
}

function isFileList(name: string): name is FileList {
	return Object.hasOwn(fileLists, name);
}

function refused(problems: readonly string[]): ReadBackup {
	return { ok: false, problems: problems.slice(0, MOST_PROBLEMS) };
}
