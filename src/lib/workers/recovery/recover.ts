/// <reference lib="webworker" />
import type { DeviceId } from '#lib/domain/cards/ids.ts';
import type { LogColumns } from '#lib/domain/log/log-columns.ts';
import type { Collection } from '#lib/domain/merge/collection.ts';
import { SEED_STAMP, type Stamp } from '#lib/domain/merge/hybrid-clock.ts';
import { missingRuns } from '#lib/domain/safety/missing.ts';
import { entriesOf } from '#lib/domain/safety/sentinel.ts';
import { readBackupFile } from '#lib/exchange/backup.ts';
import { backupPieces } from '#lib/exchange/encode-backup.ts';
import { reviewRuns } from '#lib/exchange/review-runs.ts';
import { deleteDatabase } from '#lib/storage/database/delete-database.ts';
import { isLockedOut } from '#lib/storage/database/is-locked-out.ts';
import { openDatabase } from '#lib/storage/database/open-database.ts';
import { newPlace, placeOf, type Place } from '#lib/storage/database/place.ts';
import { ownDevice } from '#lib/storage/log/own-device.ts';
import { GENERATION } from '#lib/storage/safety/generation.ts';
import { Store } from '#lib/storage/store.ts';
import { fileOf } from '#lib/workers/backup/file-of.ts';
import { seldom } from '#lib/workers/restoring/seldom.ts';
import { ContentRows } from '#lib/workers/journal/content-rows.ts';
import { gatherRemains, noRemains, type Remains } from './gather-remains.ts';
import { GatheredLog } from './gathered-log.ts';
import type { Findings, RecoverMessage, RecoverReply, Remedy } from './recover-messages.ts';

/** The worker that makes a damaged collection whole. The page has closed the database by then. */

let database = '';
let remains: Remains = noRemains;

self.onmessage = ({ data }: MessageEvent<RecoverMessage>) => {
	void answer(data).then(reply, (error: unknown) => {
		reply({ tell: 'refused', reasons: [error instanceof Error ? error.message : String(error)] });
	});
};

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
	if (!fresh) return writeInPlace(found, now);
	try {
		await replace(found, now, fresh.place);
	} catch (error) {
		await fresh.giveUp();
		throw error;
	}
	await fresh.choose();
}

async function writeInPlace(found: Remains, now: number): Promise<void> {
	if (await isLockedOut(database)) {
		throw new Error(
			'This browser opens no database of this site any more, and has no other place for one. Save what there is as a file, clear this site’s data in the browser’s settings, and restore the file.',
		);
	}
	const place = await placeOf(database);
	try {
		await replace(found, now, place);
	} catch {
		await deleteDatabase(database);
		await replace(found, now, place);
	}
}

async function replace(found: Remains, now: number, place: Place): Promise<void> {
	const { seen } = found;
	const db = await openDatabase({ name: database, place });
	const clock = { now: () => now, utcOffsetMinutes: () => 0 };
	const store = new Store(db, clock, (count) => crypto.getRandomValues(new Uint8Array(count)));
	try {
		// The same device goes on counting after the last event it was seen to write.
		if (seen.own) await ownDevice(db, seen.own);
		await db.meta.put({ key: GENERATION, value: seen.generation });
		await store.replaceWith(collectionOf(found), told);
	} finally {
		store.close();
	}
}

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
