import { expect, test } from 'vitest';
import { defaultParameters } from '#lib/domain/memory/fsrs.ts';
import type { FitFacts, FitVerdict } from '#lib/domain/optimizer/judge-fit.ts';
import { appOn } from '#lib/state/testing-app.ts';
import { article, bench, DAY, firstCard, rated } from '#lib/storage/testing/testing-store.ts';
import { askFit } from '#lib/workers/fitting/ask-fit.ts';
import { readHistories } from '#lib/workers/fitting/read-histories.ts';
import { Fitting } from './fitting.svelte.ts';

const fitted = defaultParameters.with(2, 9);
const facts: FitFacts = {
	reviews: 900,
	heldOut: 180,
	recalled: 0.9,
	expectedNow: 0.8,
	expectedFitted: 0.89,
	lossNow: 0.4,
	lossFitted: 0.36,
};
const answers = (verdict: FitVerdict | 'busy') => () => ({
	verdict: Promise.resolve(verdict),
	cancel: () => undefined,
});

/** One card, reviewed on four days. */
async function reviewed() {
	const on = await bench();
	await on.store.seed([article(3)]);
	let card = await firstCard(on);
	for (let day = 0; day < 4; day++) {
		card = await rated(on, card, 3);
		on.clock.pass(DAY);
	}
	return { ...on, card, app: await appOn(on) };
}

test('a fit is offered, taken without moving a due date, and given back', async () => {
	const { app, store, card } = await reviewed();
	const fitting = new Fitting(app, answers({ kind: 'better', facts, parameters: fitted }));
	await fitting.start();
	expect(fitting.phase.name).toBe('verdict');
	await fitting.take();
	expect(app.settings.parameters).toEqual(fitted);
	expect(app.settings.fit).toMatchObject({
		outcome: 'taken',
		events: 4,
		previous: defaultParameters,
	});
	const after = await store.card(card.id);
	expect(after?.due).toEqual(card.due);
	expect(after?.memory).not.toEqual(card.memory);
	await fitting.goBack();
	expect(app.settings.parameters).toEqual(defaultParameters);
	expect(app.settings.fit).toMatchObject({ outcome: 'returned', previous: null });
	expect(await store.card(card.id)).toEqual(card);
});

test('the record of a fit is in the backup', async () => {
	const { app, store } = await reviewed();
	const fitting = new Fitting(app, answers({ kind: 'better', facts, parameters: fitted }));
	await fitting.start();
	await fitting.take();
	const snapshot = await store.exportAll();
	await store.wipe();
	await store.replaceAll(snapshot);
	expect((await store.settings()).fit).toEqual(app.settings.fit);
});

test('an offer that is declined changes nothing and is not made again at once', async () => {
	const { app } = await reviewed();
	const fitting = new Fitting(app, answers({ kind: 'better', facts, parameters: fitted }));
	await fitting.start();
	await fitting.decline();
	expect(app.settings.parameters).toEqual(defaultParameters);
	expect(app.settings.fit).toMatchObject({ outcome: 'declined', previous: null });
});

test('an offer is not taken over parameters that another tab changed meanwhile', async () => {
	const { app } = await reviewed();
	const fitting = new Fitting(app, answers({ kind: 'better', facts, parameters: fitted }));
	await fitting.start();
	const theirs = defaultParameters.with(0, 1);
	await app.changeSettings({ parameters: theirs });
	await fitting.take();
	expect(fitting.phase.name).toBe('overtaken');
	expect(app.settings.parameters).toEqual(theirs);
});

test('parameters that came in force before they could be given up are not said to be cancelled', async () => {
	const { app, store } = await reviewed();
	const better = answers({ kind: 'better', facts, parameters: fitted });
	const fitting: Fitting = new Fitting(app, better, async ({ changes }, _, signal) => {
		await store.changeSettings(changes);
		fitting.cancel();
		expect(fitting.phase.name).toBe('cancelled');
		signal.throwIfAborted();
	});
	await fitting.start();
	await fitting.take();
	expect(fitting.phase.name).toBe('idle');
	expect(app.settings.parameters).toEqual(fitted);
});

test('cancelling leaves everything, and what still comes is passed over', async () => {
	const { app } = await reviewed();
	let settle: (verdict: FitVerdict) => void = () => undefined;
	const fitting = new Fitting(app, () => ({
		verdict: new Promise((resolve) => (settle = resolve)),
		cancel: () => undefined,
	}));
	const started = fitting.start();
	fitting.cancel();
	settle({ kind: 'better', facts, parameters: fitted });
	await started;
	expect(fitting.phase.name).toBe('cancelled');
	expect(app.settings.fit).toBeNull();
});

test('a failure and another tab at work are said', async () => {
	const { app } = await reviewed();
	const failing = new Fitting(app, () => ({
		verdict: Promise.reject(new Error('The log can’t be read.')),
		cancel: () => undefined,
	}));
	await failing.start();
	expect(failing.phase).toEqual({ name: 'failed', reason: 'The log can’t be read.' });
	const busy = new Fitting(app, answers('busy'));
	await busy.start();
	expect(busy.phase.name).toBe('busy');
});

test('the worker reads the log by itself, and says when it is too little', async () => {
	const { app, db } = await reviewed();
	const histories = await readHistories(db, () => undefined);
	expect([...histories.ratings]).toEqual([3, 3, 3, 3]);
	expect([...histories.gaps]).toEqual([0, 1, 1, 1]);
	const fitting = new Fitting(app, askFit);
	await fitting.start();
	expect(fitting.phase).toMatchObject({
		name: 'verdict',
		verdict: { kind: 'too-few', reviews: 3, needed: 40 },
	});
	expect(app.settings.fit).toMatchObject({ outcome: 'nothing', facts: null });
});

test('due dates move only when asked, by an event each, and then not again', async () => {
	const { app, store, clock, card } = await reviewed();
	clock.pass(-DAY);
	await app.changeSettings({ parameters: defaultParameters.with(2, 60).with(8, 3) });
	expect((await store.card(card.id))?.due).toEqual(card.due);
	expect(await store.countMovableDueDates(app.now())).toBe(1);
	expect(await store.moveDueDates(app.now())).toBe(1);
	const moved = await store.card(card.id);
	expect(moved?.due).not.toEqual(card.due);
	expect((await store.eventsOf(card.id)).at(-1)?.kind).toBe('reschedule');
	expect((await store.gather(null, app.now())).broughtForward.size).toBe(0);
	expect(await store.countMovableDueDates(app.now())).toBe(0);
});
