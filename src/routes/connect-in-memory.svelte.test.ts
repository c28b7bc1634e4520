import { expect, onTestFinished, test } from 'vitest';
import type { Card } from '#lib/domain/cards/card.ts';
import type { CardId } from '#lib/domain/cards/ids.ts';
import { createMemoryModel } from '#lib/domain/memory/fsrs.ts';
import { choices } from '#lib/domain/scheduling/choices.ts';
import { App } from '#lib/state/app.svelte.ts';
import { countHere } from '#lib/workers/statistics/count-here.ts';
import { connectInMemory } from './connect-in-memory.ts';
import { deviceClock } from './device-clock.ts';
import { keepPlan } from './keep-plan.ts';

const DAY_MS = 86_400_000;

async function inMemory(): Promise<App> {
	const app = new App(deviceClock);
	await app.goOnInMemory(() => connectInMemory(null));
	onTestFinished(() => app.store.close());
	return app;
}

async function firstCard(app: App): Promise<Card> {
	const [card] = (await app.store.gather(null, app.now())).fresh;
	if (!card) throw new Error('There is no card.');
	return card;
}

async function answer(app: App, id: CardId, rating: 1 | 3): Promise<void> {
	const { store, settings } = app;
	const moment = app.now();
	const card = await store.card(id);
	if (!card) throw new Error('The card is gone.');
	const model = createMemoryModel(settings.parameters);
	const outcome = choices(card, moment, settings, model)[rating];
	await store.answer({ card, moment, rating, outcome, durationMs: 1000, via: 'review' });
}

test('without storage, an audition is planned in the page, and no database is made', async () => {
	const app = await inMemory();
	onTestFinished(keepPlan(app));
	const at = app.clock.now() + 5 * DAY_MS;
	await app.store.saveAudition({ id: null, name: 'Hedda', at, minutesPerDay: 3 });
	await expect
		.poll(async () => (await app.store.dailyPlan())?.plan?.today.length ?? 0)
		.toBeGreaterThan(0);
	const names = (await indexedDB.databases()).map(({ name }) => name);
	expect(names).not.toContain(app.store.databaseName);
});

test('without storage, the statistics count what is in memory', async () => {
	const app = await inMemory();
	const { at: now, studyDay: today } = app.now();
	const { parameters } = app.settings;
	const count = { scope: { kind: 'all' }, now, today, parameters } as const;
	const figures = await countHere(app.store).ask('cards', count);
	expect(figures.fresh).toBeGreaterThan(50);
	const [deck] = await app.store.decks();
	if (!deck) throw new Error('There is no deck.');
	expect(await app.store.cardsOf(deck.id)).toHaveLength(figures.fresh);
});

test('without storage, the whole log is counted as it stands in memory', async () => {
	const app = await inMemory();
	const answered = await firstCard(app);
	await answer(app, answered.id, 3);
	const { at: now, studyDay: today } = app.now();
	const { parameters } = app.settings;
	const count = { scope: { kind: 'all' }, now, today, parameters } as const;
	const totals = await countHere(app.store).ask('totals', count);
	expect(totals).toMatchObject([{ studyDay: today }]);
});

test('without storage, one act after another can be taken back', async () => {
	const app = await inMemory();
	const { store } = app;
	const card = await firstCard(app);
	await answer(app, card.id, 1);
	await answer(app, card.id, 3);
	await store.bury(card.id, app.now());
	await store.undo(app.now());
	await store.undo(app.now());
	await store.undo(app.now());
	expect(await store.card(card.id)).toEqual(card);
});
