/// <reference lib="webworker" />
import { failureWords, isDiskFull } from '#lib/storage/database/failure-words.ts';
import { writeFile } from '#lib/workers/journal/opfs-file.ts';
import type { CopyReply, CopyRequest } from './ask-copy.ts';
import { copiesToDrop } from './copies-to-drop.ts';
import { copyName } from './copy-name.ts';
import { copiesFolder, copiesIn } from './kept-copies.ts';
import { readCopy } from './read-copy.ts';

/** The worker that makes a backup of a database as it is, of whatever version, and keeps it in OPFS. */

self.onmessage = ({ data }: MessageEvent<CopyRequest>) => {
	void copy(data).then(reply, (error: unknown) => {
		reply({ tell: 'failed', reason: failureWords(error) });
	});
};

async function copy({ database, exportedAt, fileName }: CopyRequest): Promise<CopyReply> {
	const { file, entries } = await readCopy(database, exportedAt);
	if (fileName === null) return { tell: 'file', file };
	const folder = await copiesFolder(database).catch((cause: unknown) => {
		if (isDiskFull(cause)) throw cause;
		throw new Error('This browser has no place to keep it.', { cause });
	});
	const before = await copiesIn(folder);
	const taken = new Set([...before.whole.map(({ name }) => name), ...before.cut]);
	const name = copyName(fileName, entries, taken);
	await writeFile(folder, name, file);
	// Only now: what there is stays until there is one more.
	const { whole } = await copiesIn(folder);
	if (!whole.some((each) => each.name === name)) throw new Error('The backup was cut off.');
	const dropped = [...copiesToDrop(whole).map((each) => each.name), ...before.cut];
	for (const each of dropped) await folder.removeEntry(each).catch(() => undefined);
	return { tell: 'kept' };
}

function reply(message: CopyReply): void {
	self.postMessage(message);
}
