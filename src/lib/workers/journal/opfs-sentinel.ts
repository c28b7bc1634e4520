import {
	emptySentinel,
	mergeSentinels,
	readSentinel,
	type Sentinel,
} from '#lib/domain/safety/sentinel.ts';
import { readText } from './opfs-file.ts';

export const sentinelFileName = (tab: string) => `sentinel_${tab}.json`;

/** All that the sentinels in OPFS have seen together. @param folder of the database's journal */
export async function opfsSentinel(folder: FileSystemDirectoryHandle): Promise<Sentinel> {
	let seen = emptySentinel;
	for await (const name of folder.keys()) {
		if (!/^sentinel_.+\.json$/u.test(name)) continue;
		const sentinel = parse((await readText(folder, name)) ?? '');
		if (sentinel) seen = mergeSentinels(seen, sentinel);
	}
	return seen;
}

function parse(text: string): Sentinel | null {
	try {
		return readSentinel(JSON.parse(text));
	} catch {
		return null;
	}
}
