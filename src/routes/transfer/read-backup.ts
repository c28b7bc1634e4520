import { builtInArticles } from '#lib/content/built-in.ts';
import type { Snapshot } from '#lib/domain/merge/snapshot.ts';
import { decodeBackup } from '#lib/exchange/backup.ts';
import { editedByHand } from '#lib/exchange/edited-by-hand.ts';

export interface ReadBackup {
	readonly fileName: string;
	readonly snapshot: Snapshot;
	/** ISO 8601, UTC. */
	readonly exportedAt: string;
}

/** Why a file is refused: what is wrong, where, and what to do. */
export interface Problem {
	readonly summary: string;
	readonly details: readonly string[];
	readonly advice: string;
}

type Result =
	| { readonly ok: true; readonly backup: ReadBackup }
	| { readonly ok: false; readonly problem: Problem };

const LARGEST_BYTES = 512 * 1024 * 1024;
const TOLD_AT_MOST = 5;

export async function readBackup(file: File): Promise<Result> {
	if (file.size > LARGEST_BYTES) {
		return refused(file, [
			`It is larger than a backup can be (${LARGEST_BYTES / 1024 / 1024} MB).`,
		]);
	}
	const decoded = decodeBackup(await file.text());
	if (!decoded.ok) return refused(file, decoded.problems);
	const { exportedAt, isSealed } = decoded;
	const snapshot = isSealed
		? decoded.snapshot
		: editedByHand(decoded.snapshot, await builtInArticles());
	return { ok: true, backup: { fileName: file.name, snapshot, exportedAt } };
}

function refused(file: File, problems: readonly string[]): Result {
	const [summary = '', ...others] = problems;
	const more = others.length - TOLD_AT_MOST;
	return {
		ok: false,
		problem: {
			summary: `${file.name}: ${summary}`,
			details: [...others.slice(0, TOLD_AT_MOST), ...(more > 0 ? [`And ${more} more.`] : [])],
			advice: 'Try another backup file. Your cards and reviews here are as they were.',
		},
	};
}
