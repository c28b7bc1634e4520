/// <reference lib="webworker" />
import type { DeviceId } from '#lib/domain/cards/ids.ts';
import type { Collection } from '#lib/domain/merge/collection.ts';
import { readBackupFile } from '#lib/exchange/backup.ts';
import { editedByHand } from '#lib/exchange/edited-by-hand.ts';
import { failureWords } from '#lib/storage/database/failure-words.ts';
import { openDatabase } from '#lib/storage/database/open-database.ts';
import { knownDevice } from '#lib/storage/log/own-device.ts';
import { replaceEverything } from '#lib/storage/merging/replace-everything.ts';
import type { RestoreMessage, RestoreReply } from './restore-messages.ts';
import { seldom } from './seldom.ts';
import { summaryOf } from './summary-of.ts';

/** The worker that reads a backup file and puts it in the place of everything. Ended before it is done, it changes nothing. */

let collection: Collection | null = null;

self.onmessage = ({ data }: MessageEvent<RestoreMessage>) => {
	void act(data).then(reply, (error: unknown) => {
		reply({ tell: 'failed', reason: failureWords(error) });
	});
};

async function act(message: RestoreMessage): Promise<RestoreReply> {
	if (message.act === 'restore') {
		await restore(message.database);
		return { tell: 'restored' };
	}
	const read = await readBackupFile(message.file, told);
	if (!read.ok) return { tell: 'refused', problems: read.problems };
	collection = read.isSealed ? read.collection : editedByHand(read.collection, message.articles);
	return { tell: 'read', summary: summaryOf(collection, read.exportedAt) };
}

async function restore(database: string): Promise<void> {
	if (!collection) throw new Error('No backup was read.');
	const db = await openDatabase({ name: database });
	try {
		await replaceEverything(db, await ownDevice(db), collection, told);
	} finally {
		db.close();
	}
}

async function ownDevice(db: Parameters<typeof knownDevice>[0]): Promise<DeviceId> {
	const device = await knownDevice(db);
	if (device === null) throw new Error('There is no collection yet.');
	return device;
}

const told = seldom((done, of) => reply({ tell: 'progress', done, of }));

function reply(message: RestoreReply): void {
	self.postMessage(message);
}
