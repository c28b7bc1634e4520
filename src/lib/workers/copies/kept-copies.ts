import { journalFolder } from '#lib/workers/journal/journal-folder.ts';
import { entriesOfName } from './copy-name.ts';
import type { Copy } from './copies-to-drop.ts';

/** A copy, with the file that holds it. */
export interface KeptCopy extends Copy {
	readonly file: File;
}

/** Where backups are kept that the app made by itself, before it changed how it stores things. */
export async function copiesFolder(database: string): Promise<FileSystemDirectoryHandle> {
	return (await journalFolder(database)).getDirectoryHandle('copies', { create: true });
}

/** The copies there, the latest first; none where there is no OPFS. */
export async function keptCopies(database: string): Promise<KeptCopy[]> {
	try {
		return (await copiesIn(await copiesFolder(database))).whole;
	} catch {
		return [];
	}
}

/** What a folder of copies holds; one that was cut off while it was written is no copy. */
export async function copiesIn(
	folder: FileSystemDirectoryHandle,
): Promise<{ whole: KeptCopy[]; cut: string[] }> {
	const whole: KeptCopy[] = [];
	const cut: string[] = [];
	for await (const name of folder.keys()) {
		const file = await (await folder.getFileHandle(name)).getFile();
		if (!(await isWhole(file))) cut.push(name);
		else whole.push({ name, entries: await entriesIn(file), at: file.lastModified, file });
	}
	return { whole: whole.sort((a, b) => b.at - a.at), cut };
}

/** A backup ends with its checksum. */
async function isWhole(file: File): Promise<boolean> {
	return /"checksum":"[^"]+"\}$/u.test(await file.slice(-40).text());
}

/** Copies of earlier versions don't tell it in their names. */
async function entriesIn(file: File): Promise<number> {
	const said = entriesOfName(file.name);
	if (said !== null) return said;
	const { reviews } = JSON.parse(await file.text()) as { readonly reviews?: readonly unknown[] };
	return reviews?.length ?? 0;
}
