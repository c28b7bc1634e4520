import { expect } from 'vitest';
import type { EventDraft } from '#lib/domain/log/event.ts';
import type { Snapshot } from '#lib/domain/merge/snapshot.ts';
import { rescheduledDays } from '#lib/domain/scheduling/rescheduled-days.ts';
import { decodeBackup, encodeBackup } from '#lib/exchange/backup.ts';
import { moreNewCards } from '#lib/storage/queue/more-new-cards.ts';
import { failWrite } from '#lib/storage/testing/failing-write.ts';
import type { Act, OnCard } from './act.ts';
import { expectAppended, expectSame } from './compare.ts';
import { doElsewhere } from './do-elsewhere.ts';
import { doOnCard } from './do-on-card.ts';
import { article } from './material.ts';
import type { Backup, Pair, World } from './pair.ts';
import { plan } from './plan.ts';

/** Does an act to a device and to its plain counterpart, and sees that they went the same way. */
export async function perform(world: World, act: Act): Promise<void> {
	const pair = world.pairs[act.device];
	const { real, plain } = pair;
	switch (act.act) {
		case 'wait':
			real.at += act.ms;
			return;
		case 'fly':
			real.offset = act.offset;
			return;
		case 'undo':
			return undo(pair);
		case 'move due dates':
			return moveDueDates(pair);
		case 'learn more':
			return learnMore(pair);
		case 'plan':
			return expectAppended(pair, await plan(pair));
		case 'session': {
			const session = await real.store.startSession(null, await real.moment());
			expect(session.sinceSequence).toBe(plain.sequence);
			return;
		}
		case 'end session':
			return real.store.endSession();
		case 'reload':
			await real.reload();
			return expectSame(pair);
		case 'backup':
			world.backups[act.device] = await backup(pair);
			return;
		case 'wipe':
			await real.store.wipe();
			plain.wipe();
			return settle(pair);
		case 'restore': {
			const copy = world.backups[act.from];
			if (!copy) return;
			await real.store.replaceAll(read(copy.text));
			plain.restore(copy.plain);
			return settle(pair);
		}
		case 'merge': {
			const other = act.device === 0 ? 1 : 0;
			const older = act.older ? world.backups[other] : null;
			const { text, plain: theirs } = older ?? (await backup(world.pairs[other]));
			await mergeInto(pair, read(text), theirs, (index) => index % act.every === 0);
			return settle(pair);
		}
		case 'crash':
			return crash(pair, act.during, act.write);
		case 'page gone':
			return pageGone(pair, act.during);
		case 'settings':
		case 'new deck':
		case 'rename deck':
		case 'delete deck':
		case 'restore deck':
		case 'new note':
		case 'edit note':
		case 'delete note':
		case 'restore note':
		case 'audition':
		case 'delete audition':
			return doElsewhere(pair, act);
		default:
			return expectAppended(pair, await doOnCard(pair, act));
	}
}

async function undo(pair: Pair): Promise<void> {
	const { real, plain } = pair;
	const moment = await real.moment();
	const standing = new Set(await real.cardIds());
	const next = plain.nextUndo((id) => standing.has(id));
	const undone = await real.store.undo(moment);
	expect(undone?.undone ?? null).toEqual(next?.event ?? null);
	if (!next) return expectAppended(pair, []);
	const { id: undoes, cardId, deckId } = next.event;
	plain.stack = next.stack;
	await expectAppended(pair, [{ kind: 'undo', undoes, cardId, deckId, ...moment }]);
}

/** Which cards should move is what the rule says of the plain device's cards. */
async function moveDueDates(pair: Pair): Promise<void> {
	const { real, plain } = pair;
	const moment = await real.moment();
	const cards = plain.cards().filter(({ id }) => !plain.isBrought(id));
	const deckOf = new Map(cards.map(({ id, deckId }) => [id, deckId]));
	const ordered = cards.sort((a, b) => (a.id < b.id ? -1 : 1));
	const days = rescheduledDays(ordered, plain.model, plain.settings, moment.studyDay);
	expect(await real.store.moveDueDates(moment)).toBe(days.size);
	const drafts = Array.from(days, ([cardId, day]): EventDraft => {
		const deckId = deckOf.get(cardId);
		if (!deckId) throw new Error(`${cardId} is in no deck.`);
		return { kind: 'reschedule', day, cardId, deckId, ...moment };
	});
	return expectAppended(pair, drafts);
}

/** The limit is lifted for the day, and nothing else changes. */
async function learnMore(pair: Pair): Promise<void> {
	const { real } = pair;
	const moment = await real.moment();
	const before = await moreNewCards(real.db, moment.studyDay);
	await real.store.allowMore(moment, 5);
	expect(await moreNewCards(real.db, moment.studyDay)).toBe(before + 5);
	return expectAppended(pair, []);
}

export async function backup({ real, plain }: Pair): Promise<Backup> {
	const text = encodeBackup(await real.store.exportAll(), new Date(real.at).toISOString());
	return { text, plain: plain.copy() };
}

export function read(text: string): Snapshot {
	const decoded = decodeBackup(text);
	if (!decoded.ok) throw new Error(decoded.problems.join(' '));
	return decoded.snapshot;
}

/** Takes in every event whose place in the log is taken, and all records. */
export async function mergeInto(
	{ real, plain }: Pair,
	snapshot: Snapshot,
	theirs: Pair['plain'],
	isTaken: (index: number) => boolean,
): Promise<void> {
	const reviews = snapshot.reviews.filter((_, index) => isTaken(index));
	const before = plain.log.size;
	plain.merge(theirs, isTaken);
	const merged = await real.store.merge({ ...snapshot, reviews });
	expect(merged.events).toBe(plain.log.size - before);
}

/** After everything may have changed: built-in decks are seeded as the app does, and every row is looked at. */
export async function settle(pair: Pair): Promise<void> {
	const { real, plain } = pair;
	await real.store.seed([article]);
	plain.seed(article);
	const own = await real.db.devices.get(plain.id);
	plain.stamp = own?.stamp ?? plain.stamp;
	expect(own?.sequence).toBeGreaterThanOrEqual(plain.sequence);
	plain.sequence = own?.sequence ?? plain.sequence;
	await expectSame(pair);
}

async function crash(pair: Pair, during: OnCard, write: number): Promise<void> {
	const failing = failWrite(write);
	const done = await doOnCard(pair, during).then(
		(drafts) => drafts,
		(error: unknown) => error,
	);
	failing.repair();
	if (Array.isArray(done)) return expectAppended(pair, done);
	// Of a wrong match the practice may stand, and the card not have been brought forward.
	await expectAtMost(pair, failing.writes() > 3 && during.act === 'match' ? 1 : 0);
	await expectSame(pair);
}

async function pageGone(pair: Pair, during: OnCard): Promise<void> {
	const { real } = pair;
	const doing = doOnCard(pair, during).catch(() => undefined);
	const turns = during.card % 7;
	for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setTimeout(resolve));
	real.close();
	await doing;
	await real.open();
	await expectAtMost(pair, during.act === 'match' ? 2 : 1);
	await expectSame(pair);
}

/** What was not acknowledged may have been written all the same, but then whole. */
async function expectAtMost({ real, plain }: Pair, most: number): Promise<void> {
	const events = await real.store.sessionEvents(plain.sequence);
	expect(events.length).toBeLessThanOrEqual(most);
	for (const event of events) plain.append(event);
}
