import * as v from 'valibot';
import type { Snapshot } from '#lib/domain/merge/snapshot.ts';
import { backupProblems } from './backup-problems.ts';
import { backupSchema } from './backup-schema.ts';
import { checksumOf } from './checksum.ts';
import { FORMAT, VERSION } from './encode-backup.ts';
import { isPlainObject } from './is-plain-object.ts';
import { issueText } from './issue-text.ts';
import { snapshotOfFile } from './snapshot-of-file.ts';

export { encodeBackup } from './encode-backup.ts';

export type Decoded =
	| {
			readonly ok: true;
			readonly snapshot: Snapshot;
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
 * Reads a backup file, whole or not at all; never throws. Values are built anew from what the format
 * names, so that nothing else gets in.
 */
export function decodeBackup(text: string): Decoded {
	const json = parse(text);
	if (json === undefined) {
		return refused([
			'This is not a complete JSON file: it is damaged, cut off or of another kind.',
		]);
	}
	if (!isPlainObject(json) || json['format'] !== FORMAT) {
		return refused(['This file is not a Green Room backup.']);
	}
	const version = json['version'];
	if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
		return refused(['The backup does not say which version of the format it has.']);
	}
	if (version > VERSION) {
		return refused([
			`The backup was made by a newer Green Room (format ${version}; this one reads up to ${VERSION}). Update the app, then try again.`,
		]);
	}
	if (!isIntact(json)) {
		return refused(['The backup is damaged: its contents do not match its checksum.']);
	}
	return decodeContent(json);
}

function decodeContent(json: Readonly<Record<string, unknown>>): Decoded {
	const parsed = v.safeParse(backupSchema, json, { abortPipeEarly: true });
	if (!parsed.success) {
		return refused([
			'The backup has entries that cannot be read.',
			...parsed.issues.map(issueText),
		]);
	}
	const problems = backupProblems(parsed.output);
	if (problems.length > 0) {
		return refused(['The backup contradicts itself.', ...problems]);
	}
	const snapshot = snapshotOfFile(parsed.output);
	const { exportedAt } = parsed.output;
	return { ok: true, snapshot, exportedAt, isSealed: json['checksum'] !== undefined };
}

function refused(problems: readonly string[]): Decoded {
	return { ok: false, problems: problems.slice(0, MOST_PROBLEMS) };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
	} catch {
		return undefined;
	}
}

/** A file of another program, or one edited by hand, may leave the checksum out. */
function isIntact(json: Readonly<Record<string, unknown>>): boolean {
	const { checksum } = json;
	return checksum === undefined || checksum === checksumOf(json);
}
