/// <reference lib="webworker" />
import type { DeviceId } from '#lib/domain/cards/ids.ts';
import type { LogColumns } from '#lib/domain/log/log-columns.ts';
import type { Collection } from '#lib/domain/merge/collection.ts';
import { SEED_STAMP, type Stamp } from '#lib/domain/merge/hybrid-clock.ts';
import { missingRuns } from '#lib/domain/safety/missing.ts';
import { entriesOf } from '#lib/domain/safety/sentinel.ts';
import { uuidV7 } from '#lib/domain/time/uuid-v7.ts';
import { readBackupFile } from '#lib/exchange/backup.ts';
import { backupPieces } from '#lib/exchange/encode-backup.ts';
import { reviewRuns } from '#lib/exchange/review-runs.ts';
import { isDiskFull } from '#lib/storage/database/failure-words.ts';
import { openDatabase } from '#lib/storage/database/open-database.ts';
import { newPlace, type Place } from '#lib/storage/database/place.ts';
import { ID_BYTES } from '#lib/storage/log/event-log.ts';
import { ownDevice } from '#lib/storage/log/own-device.ts';
import { replaceEverything } from '#lib/storage/merging/replace-everything.ts';
import { announceEverything } from '#lib/storage/safety/announce-everything.ts';
import { fileOf } from '#lib/workers/backup/file-of.ts';
import { seldom } from '#lib/workers/restoring/seldom.ts';
import { ContentRows } from '#lib/workers/journal/content-rows.ts';
import { gatherRemains, noRemains, type Remains } from './gather-remains.ts';
import { GatheredLog } from './gathered-log.ts';
import { replaceInPlace } from './replace-in-place.ts';
import type { Findings, RecoverMessage, RecoverReply, Remedy } from './recover-messages.ts';

/** The worker that makes a damaged collection whole. The page has closed the database by then. */

let database = '';
let remains: Remains = noRemains;

self.onmessage = ({ data }: MessageEvent<RecoverMessage>) => {
	void answer(data).then(reply, (error: unknown) => {
		reply({ tell: 'refused', reasons: [reasonOf(error)] });
	});
};

function reasonOf(error: unknown): string {
	if (isDiskFull(error)) {
		return 'There is no space left on this device to restore to. Free some space and try again, or save what there is as a file.';
	}
	return error instanceof Error ? error.message : String(error);
}

async function answer(message: RecoverMessage): Promise<RecoverReply> {
	if (message.act === 'look') {
		({ database } = message);
		remains = await gatherRemains(database, message.noted);
		return { tell: 'findings', findings: findingsOf(remains) };
	}
	if (message.act === 'save') {
		const { content, log } = collectionOf(remains);
		return {
			tell: 'file',
			file: fileOf(backupPieces(content, reviewRuns(log), message.exportedAt)),
		};
	}
	const chosen = await withRemedy(remains, message.remedy);
	if ('reasons' in chosen) return { tell: 'refused', reasons: chosen.reasons };
	await write(chosen, message.now);
	return { tell: 'restored', findings: findingsOf(chosen) };
}

function findingsOf({ seen, log, inDatabase, inJournal, contentStamp }: Remains): Findings {
	const { length, instants } = log;
	return {
		seen: entriesOf(seen),
		inDatabase,
		inJournal,
		restorable: length,
		missing: missingRuns(seen, placesIn(log)),
		latestAt:
			length === 0
				? null
				: instants.subarray(0, length).reduce((max, at) => Math.max(max, at), -Infinity),
		contentSince: contentStamp >= seen.stamp ? null : timeOf(contentStamp),
	};
}

async function withRemedy(
	found: Remains,
	remedy: Remedy,
): Promise<Remains | { readonly reasons: readonly string[] }> {
	if (remedy.from === 'journal') return found;
	if (remedy.from === 'nothing') return { ...noRemains, seen: found.seen };
	const read = await readBackupFile(remedy.file, told);
	if (!read.ok) return { reasons: read.problems };
	const { decks, notes, auditions, settings, bases } = read.collection.content;
	const content = new ContentRows([
		...bases.map((row) => ({ table: 'bases', row }) as const),
		...decks.map((row) => ({ table: 'decks', row }) as const),
		...notes.map((row) => ({ table: 'notes', row }) as const),
		...auditions.map((row) => ({ table: 'auditions', row }) as const),
		...settings.map((row) => ({ table: 'settings', row }) as const),
		...found.content.values(),
	]);
	const gathered = new GatheredLog();
	gathered.addLog(found.log);
	gathered.addLog(read.collection.log);
	return { ...found, log: gathered.log, content };
}

function* placesIn({ length, devices, sequences, instants, texts }: LogColumns) {
	for (let place = 0; place < length; place++) {
		const device = (texts[devices[place] ?? -1] ?? '') as DeviceId;
		yield { device, sequence: sequences[place] ?? 0, at: instants[place] ?? 0 };
	}
}

/**
 * In a new place, which is chosen once everything is in it: files that lost something can't be trusted with the
 * rest. Where the browser has only one place, there.
 */
async function write(found: Remains, now: number): Promise<void> {
	const fresh = await newPlace(database);
	if (!fresh) return replaceInPlace(database, (place) => replace(found, now, place));
	try {
		await replace(found, now, fresh.place);
	} catch (error) {
		await fresh.giveUp();
		throw error;
	}
	await fresh.choose();
}

async function replace(found: Remains, now: number, place: Place): Promise<void> {
	const { seen } = found;
	const db = await openDatabase({ name: database, place });
	try {
		// The same device goes on counting after the last event it was seen to write.
		const candidate = seen.own ?? (uuidV7(now, randomBytes(ID_BYTES)) as DeviceId);
		const own = await ownDevice(db, candidate);
		await replaceEverything(db, own, collectionOf(found), told, seen.generation);
		announceEverything(db);
	} finally {
		db.close();
	}
}

const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));

function collectionOf({ seen, log, content }: Remains): Collection {
	const own = seen.own ? seen.heads[seen.own] : undefined;
	return {
		log,
		content: {
			decks: content.of('decks'),
			notes: content.of('notes'),
			auditions: content.of('auditions'),
			settings: content.of('settings'),
			bases: content.of('bases'),
			cards: [],
			devices: seen.own ? [device(seen.own, own?.sequence ?? 0, seen.stamp)] : [],
		},
	};
}

function device(id: DeviceId, sequence: number, stamp: Stamp) {
	return { id, sequence, lastEventTime: 0, stamp };
}

/** Stamps begin with their time, as twelve hexadecimal digits. */
function timeOf(stamp: Stamp): number {
	return stamp === SEED_STAMP ? 0 : parseInt(stamp.slice(0, 12), 16);
}

const told = seldom((done, of) => reply({ tell: 'progress', done, of }));

function reply(message: RecoverReply): void {
	self.postMessage(message);
}
