import type { Sentinel } from '#lib/domain/safety/sentinel.ts';
import { generationFolder } from './journal-folder.ts';
import { journalLine, type JournalEntry } from './journal-line.ts';
import { openFileName } from './journal-names.ts';
import { sentinelFileName } from './opfs-sentinel.ts';

/**
 * One tab's own part of the journal. Only one worker can hold a file in OPFS, so each tab appends to a file
 * of its own, and the end of one tab takes nothing from the others.
 */
export class JournalTab {
	readonly #file: FileSystemSyncAccessHandle;
	readonly #sentinel: FileSystemSyncAccessHandle;
	readonly #encoder = new TextEncoder();

	private constructor(file: FileSystemSyncAccessHandle, sentinel: FileSystemSyncAccessHandle) {
		this.#file = file;
		this.#sentinel = sentinel;
	}

	static async open(
		folder: FileSystemDirectoryHandle,
		generation: number,
		tab: string,
	): Promise<JournalTab> {
		const handle = async (place: FileSystemDirectoryHandle, name: string) =>
			(await place.getFileHandle(name, { create: true })).createSyncAccessHandle();
		const file = await handle(await generationFolder(folder, generation), openFileName(tab));
		try {
			return new JournalTab(file, await handle(folder, sentinelFileName(tab)));
		} catch (error) {
			file.close();
			throw error;
		}
	}

	/** On the disk when it returns. @throws when the disk is full; a cut line is known by its checksum */
	append(entries: readonly JournalEntry[]): void {
		if (entries.length === 0) return;
		const bytes = this.#encoder.encode(entries.map(journalLine).join(''));
		const at = this.#file.getSize();
		if (this.#file.write(bytes, { at }) < bytes.length) {
			this.#file.truncate(at);
			throw new Error('The disk is full.');
		}
		this.#file.flush();
	}

	/** Notes what the journal now holds. Only after it was appended. */
	note(sentinel: Sentinel): void {
		const bytes = this.#encoder.encode(JSON.stringify(sentinel));
		this.#sentinel.write(bytes, { at: 0 });
		this.#sentinel.truncate(bytes.length);
		this.#sentinel.flush();
	}

	close(): void {
		this.#file.close();
		this.#sentinel.close();
	}
}
