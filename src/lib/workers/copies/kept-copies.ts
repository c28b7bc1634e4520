import { journalFolder } from '#lib/workers/journal/journal-folder.ts';

/** Where backups are kept that the app made by itself, before it changed how it stores things. */
export async function copiesFolder(database: string): Promise<FileSystemDirectoryHandle> {
	return (await journalFolder(database)).getDirectoryHandle('copies', { create: true });
}

/** The files there, by name; none where there is no OPFS. */
export async function keptCopies(database: string): Promise<File[]> {
	try {
		const folder = await copiesFolder(database);
		const names: string[] = [];
		for await (const name of folder.keys()) names.push(name);
		const handles = names.sort().map((name) => folder.getFileHandle(name));
		return await Promise.all((await Promise.all(handles)).map((handle) => handle.getFile()));
	} catch {
		return [];
	}
}
