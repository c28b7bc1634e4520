import { eventAt } from '#lib/domain/log/event-at.ts';
import type { Snapshot } from '#lib/domain/merge/snapshot.ts';
import { BackupReader, type ReadBackup } from './backup-reader.ts';

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

/** Reads the text of a backup file, whole or not at all; never throws. For one that is small: see `readBackupFile`. */
export function decodeBackup(text: string): Decoded {
	const reader = new BackupReader();
	reader.add(text);
	const read = reader.end();
	if (!read.ok) return read;
	const { collection, exportedAt, isSealed } = read;
	const { content, log } = collection;
	const reviews = Array.from({ length: log.length }, (_, place) => eventAt(log, place));
	return { ok: true, snapshot: { ...content, reviews }, exportedAt, isSealed };
}

/**
 * Reads a backup file piece by piece, however large it is. Long work: for a worker.
 *
 * @param progress told how many bytes are read, and of how many
 * @throws when the file can't be read at all
 */
export async function readBackupFile(
	file: Blob,
	progress: (done: number, of: number) => void = () => undefined,
): Promise<ReadBackup> {
	const reader = new BackupReader();
	const decoder = new TextDecoder();
	const bytes = file.stream().getReader();
	let done = 0;
	for (;;) {
		const { value } = await bytes.read();
		if (!value) break;
		reader.add(decoder.decode(value, { stream: true }));
		progress((done += value.length), file.size);
	}
	reader.add(decoder.decode());
	return reader.end();
}
