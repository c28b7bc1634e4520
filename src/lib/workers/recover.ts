/// <reference lib="webworker" />
import type { DeviceId } from '#lib/domain/cards/ids.ts';
import { SEED_STAMP, type Stamp } from '#lib/domain/merge/hybrid-clock.ts';
import type { Snapshot } from '#lib/domain/merge/snapshot.ts';
import { missingRuns } from '#lib/domain/safety/missing.ts';
import { entriesOf } from '#lib/domain/safety/sentinel.ts';
import { decodeBackup } from '#lib/exchange/backup.ts';
import { deleteDatabase } from '#lib/storage/delete-database.ts';
import { GENERATION } from '#lib/storage/generation.ts';
import { openDatabase } from '#lib/storage/open-database.ts';
import { ownDevice } from '#lib/storage/own-device.ts';
import { Store } from '#lib/storage/store.ts';
import { ContentRows } from './content-rows.ts';
import { gatherRemains, noRemains, type Remains } from './gather-remains.ts';
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
	const chosen = withRemedy(remains, message.remedy);
	if ('reasons' in chosen) return { tell: 'refused', reasons: chosen.reasons };
	await write(chosen, message.now);
	return { tell: 'restored', findings: findingsOf(chosen) };
}

function findingsOf({ seen, events, inDatabase, inJournal, contentStamp }: Remains): Findings {
	const all = [...events.values()];
	return {
		seen: entriesOf(seen),
		inDatabase,
		inJournal,
		restorable: all.length,
		missing: missingRuns(seen, all),
		latestAt: all.reduce<number | null>((max, { at }) => Math.max(max ?? at, at), null),
		contentSince: contentStamp >= seen.stamp ? null : timeOf(contentStamp),
	};
}

function withRemedy(
	found: Remains,
	remedy: Remedy,
): Remains | { readonly reasons: readonly string[] } {
	if (remedy.from === 'journal') return found;
	if (remedy.from === 'nothing') return { ...noRemains, seen: found.seen };
	const decoded = decodeBackup(remedy.text);
	if (!decoded.ok) return { reasons: decoded.problems };
	const { reviews, decks, notes, auditions, settings, bases } = decoded.snapshot;
	const content = new ContentRows([
		...bases.map((row) => ({ table: 'bases', row }) as const),
		...decks.map((row) => ({ table: 'decks', row }) as const),
		...notes.map((row) => ({ table: 'notes', row }) as const),
		...auditions.map((row) => ({ table: 'auditions', row }) as const),
		...settings.map((row) => ({ table: 'settings', row }) as const),
		...found.content.values(),
	]);
	const events = new Map([...reviews.map((event) => [event.id, event] as const), ...found.events]);
	return { ...found, events, content };
}

/** In place where the database still works; else in a new one. */
async function write(found: Remains, now: number): Promise<void> {
	try {
		await replace(found, now);
	} catch {
		await deleteDatabase(database);
		await replace(found, now);
	}
}

async function replace({ seen, events, content }: Remains, now: number): Promise<void> {
	const db = await openDatabase({ name: database });
	const clock = { now: () => now, utcOffsetMinutes: () => 0 };
	const store = new Store(db, clock, (count) => crypto.getRandomValues(new Uint8Array(count)));
	try {
		// The same device goes on counting after the last event it was seen to write.
		if (seen.own) await ownDevice(db, seen.own);
		const own = seen.own ? seen.heads[seen.own] : undefined;
		await db.meta.put({ key: GENERATION, value: seen.generation });
		const snapshot: Snapshot = {
			decks: content.of('decks'),
			notes: content.of('notes'),
			auditions: content.of('auditions'),
			settings: content.of('settings'),
			bases: content.of('bases'),
			cards: [],
			reviews: [...events.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
			devices: seen.own ? [device(seen.own, own?.sequence ?? 0, seen.stamp)] : [],
		};
		await store.replaceAll(snapshot);
	} finally {
		store.close();
	}
}

function device(id: DeviceId, sequence: number, stamp: Stamp) {
	return { id, sequence, lastEventTime: 0, stamp };
}

/** Stamps begin with their time, as twelve hexadecimal digits. */
function timeOf(stamp: Stamp): number {
	return stamp === SEED_STAMP ? 0 : parseInt(stamp.slice(0, 12), 16);
}

function reply(message: RecoverReply): void {
	self.postMessage(message);
}
