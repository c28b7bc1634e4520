import { builtInArticles } from '#lib/content/built-in.ts';
import { readBackupFile } from '#lib/exchange/backup.ts';
import { editedByHand } from '#lib/exchange/edited-by-hand.ts';
import type { App } from '#lib/state/app.svelte.ts';
import type { FileSummary } from '#lib/workers/restoring/restore-messages.ts';
import { Restoring } from '#lib/workers/restoring/restoring.ts';
import { summaryOf } from '#lib/workers/restoring/summary-of.ts';

type Progress = (share: number) => void;

/** A backup file that was read and is sound. */
export interface ReadBackup {
	readonly fileName: string;
	readonly summary: FileSummary;
	/**
	 * Puts it in the place of everything, all or nothing.
	 *
	 * @param progress told the share that is done, 0 to 1
	 * @throws the signal's reason when it is given up in time
	 */
	readonly restore: (progress: Progress, signal: AbortSignal) => Promise<void>;
	/** Lets go of it. */
	readonly close: () => void;
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

const LARGEST_GB = 4;
const TOLD_AT_MOST = 5;

/**
 * Reads a file in a worker, which keeps it until it is restored; here where what is kept is in memory alone, which no
 * worker sees.
 *
 * @param progress told the share that is read, 0 to 1
 * @throws the signal's reason when it is given up
 */
export async function readBackup(
	app: Pick<App, 'inMemory' | 'store'>,
	file: File,
	progress: Progress,
	signal: AbortSignal,
): Promise<Result> {
	if (file.size > LARGEST_GB * 2 ** 30) {
		return refused(file, [`It is larger than a backup can be (${LARGEST_GB} GB).`]);
	}
	return app.inMemory
		? readHere(app, file, progress, signal)
		: readBeside(app, file, progress, signal);
}

async function readBeside(
	{ store }: Pick<App, 'store'>,
	file: File,
	progress: Progress,
	signal: AbortSignal,
): Promise<Result> {
	const restoring = new Restoring();
	const close = () => restoring.close();
	try {
		const read = await restoring.read(file, await builtInArticles(), shares(progress), signal);
		if (!('exportedAt' in read)) {
			close();
			return refused(file, read);
		}
		const restore: ReadBackup['restore'] = (told, given) =>
			restoring.restore(store, shares(told), given);
		return { ok: true, backup: { fileName: file.name, summary: read, restore, close } };
	} catch (error) {
		close();
		throw error;
	}
}

async function readHere(
	{ store }: Pick<App, 'store'>,
	file: File,
	progress: Progress,
	signal: AbortSignal,
): Promise<Result> {
	const read = await readBackupFile(file, (done, of) => {
		signal.throwIfAborted();
		shares(progress)(done, of);
	});
	if (!read.ok) return refused(file, read.problems);
	const { exportedAt, isSealed } = read;
	const collection = isSealed
		? read.collection
		: editedByHand(read.collection, await builtInArticles());
	const summary = summaryOf(collection, exportedAt);
	const restore = (told: Progress) => store.replaceWith(collection, shares(told));
	return { ok: true, backup: { fileName: file.name, summary, restore, close: () => undefined } };
}

function shares(progress: Progress): (done: number, of: number) => void {
	return (done, of) => progress(of > 0 ? done / of : 1);
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
