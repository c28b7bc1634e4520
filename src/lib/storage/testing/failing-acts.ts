import { plainAudition } from '#lib/domain/audition/audition.ts';
import type { DailyPlan } from '#lib/domain/audition/daily-plan.ts';
import { auditionId, cardId, deckId, noteId, type CardId } from '#lib/domain/cards/ids.ts';
import { defaultParameters } from '#lib/domain/memory/fsrs.ts';
import type { Snapshot } from '#lib/domain/merge/snapshot.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import { article, DECK, question, rate, tab, type Bench } from './testing-store.ts';

/** What an act may work with: a second device's collection. */
export interface Elsewhere {
	readonly theirs: Snapshot;
}

type Do = (on: Bench, elsewhere: Elsewhere) => Promise<unknown>;

export const OWN_DECK = deckId('own');
export const GONE_DECK = deckId('gone');
export const AUDITION = auditionId('callback');

/** Everything that the store writes. */
export const acts: Readonly<Record<string, Do>> = {
	'an answer': async (on) => rate(on, await at(on, 0), 3),
	'an answer that was read ahead': async (on) => {
		const card = await at(on, 0);
		await on.store.expectAnswer(card, on.clock.moment().studyDay);
		return rate(on, card, 3);
	},
	'an answer that is forgotten': async (on) => rate(on, await at(on, 1), 1),
	'a practice result': ({ store, clock }) =>
		store.practice({
			cardId: q(0),
			deckId: DECK,
			moment: clock.moment(),
			drill: 'match',
			rating: 1,
			durationMs: 5,
			confusedWith: 'Bob',
		}),
	'bringing a card forward': ({ store, clock }) => store.bringForward(q(3), clock.moment()),
	suspending: ({ store, clock }) => store.suspend(q(0), clock.moment()),
	unsuspending: ({ store, clock }) => store.unsuspend(q(4), clock.moment()),
	burying: ({ store, clock }) => store.bury(q(0), clock.moment()),
	'an undo': ({ store, clock }) => store.undo(clock.moment()),
	'an undo of what another tab did': async (on) => {
		const { store, clock } = await tab(on);
		await store.undo(clock.moment());
	},
	'beginning a session': ({ store, clock }) => store.startSession([DECK], clock.moment()),
	'ending a session': ({ store }) => store.endSession(),
	settings: ({ store }) => store.changeSettings({ newPerDay: 7, theme: 'light' }),
	parameters: ({ store }) =>
		store.changeSettings({ parameters: defaultParameters.map((weight) => weight * 1.2) }),
	'moving due dates': ({ store, clock }) => store.moveDueDates(clock.moment()),
	'learning more': ({ store, clock }) => store.allowMore(clock.moment(), 5),
	'a plan': ({ store, clock }) =>
		store.refreshPlan(clock.moment(), () => Promise.resolve(planOf(clock.moment()))),
	'a new deck': ({ store }) => store.createDeck('Another'),
	'renaming a deck': ({ store }) => store.renameDeck(DECK, 'Renamed'),
	'options of a deck': ({ store }) =>
		store.setDeckOptions(DECK, { newPerDay: 1, reviewsPerDay: 2 }),
	'deleting a deck': ({ store }) => store.deleteDeck(DECK),
	'restoring a deck': ({ store }) => store.restoreDeck(GONE_DECK),
	'a new note': ({ store }) => store.saveNote(question(77)),
	'editing a note': ({ store }) =>
		store.saveNote({ ...question(0), body: { kind: 'cloze', text: '==a== and ==b==' } }),
	'deleting a note': ({ store }) => store.deleteNote(noteId(`${DECK}.q0`)),
	'an audition': ({ store, clock }) =>
		store.saveAudition({ ...plainAudition, id: null, name: 'Second', at: clock.at + 1e9 }),
	'editing an audition': ({ store, clock }) =>
		store.saveAudition({ ...plainAudition, id: AUDITION, name: 'Third', at: clock.at + 2e9 }),
	'deleting an audition': ({ store }) => store.deleteAudition(AUDITION),
	'restoring an audition': async ({ store }) => store.restoreAudition(auditionId('gone')),
	'a new version of a built-in deck': ({ store }) => store.seed([article(7)]),
	'a restore': ({ store }, { theirs }) => store.replaceAll(theirs),
	'a merge': ({ store }, { theirs }) => store.merge(theirs),
	'a wipe': ({ store }) => store.wipe(),
	'the time of a backup': ({ store, clock }) => store.setLastBackupAt(clock.at),
};

/** A collection in which every act has something to do. */
export async function lived(on: Bench): Promise<void> {
	const { store, clock } = on;
	await store.seed([article(6)]);
	const gone = { ...article(2, GONE_DECK), deck: { id: GONE_DECK, name: 'Gone', article: null } };
	await store.seed([article(6), gone]);
	await store.deleteDeck(GONE_DECK);
	for (const id of [AUDITION, auditionId('gone')]) {
		await store.saveAudition({ ...plainAudition, id, name: 'First', at: clock.at + 5e9 });
	}
	await store.deleteAudition(auditionId('gone'));
	for (const index of [0, 1, 2]) await rate(on, await at(on, index), index === 2 ? 1 : 4);
	clock.pass(40 * 86_400_000);
	await store.suspend(q(4), clock.moment());
	await rate(on, await at(on, 1), 4);
	await store.changeSettings({ desiredRetention: 0.8 });
	await store.startSession(null, clock.moment());
	await rate(on, await at(on, 2), 3);
}

function planOf({ studyDay, at }: Moment): DailyPlan {
	const empty = { goals: [], plan: null, heads: [], held: [], heldTomorrow: [], problem: null };
	return { studyDay, madeAt: at, basis: '', ...empty };
}

function q(index: number): CardId {
	return cardId(noteId(`${DECK}.q${index}`), 'answer');
}

async function at({ store }: Bench, index: number) {
	const card = await store.card(q(index));
	if (!card) throw new Error(`There is no card ${index}.`);
	return card;
}
