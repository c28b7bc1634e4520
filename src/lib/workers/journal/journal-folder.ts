/**
 * Where a database's journal lives in OPFS: sentinels and copies at the top, one folder for each generation.
 *
 * @throws where the browser has no OPFS, or refuses it, as in some private windows
 */
export async function journalFolder(database: string): Promise<FileSystemDirectoryHandle> {
	const root = await navigator.storage.getDirectory();
	return root.getDirectoryHandle(encodeURIComponent(database), { create: true });
}

export function generationFolder(
	folder: FileSystemDirectoryHandle,
	generation: number,
): Promise<FileSystemDirectoryHandle> {
	return folder.getDirectoryHandle(nameOf(generation), { create: true });
}

/** Takes away what was replaced on purpose. Files that another tab still holds stay until the next time. */
export async function dropOtherGenerations(
	folder: FileSystemDirectoryHandle,
	generation: number,
): Promise<void> {
	for await (const name of folder.keys()) {
		if (!/^generation_\d+$/u.test(name) || name === nameOf(generation)) continue;
		await folder.removeEntry(name, { recursive: true }).catch(() => undefined);
	}
}

const nameOf = (generation: number) => `generation_${generation}`;
