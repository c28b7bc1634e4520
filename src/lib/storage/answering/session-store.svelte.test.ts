import { expect, test } from 'vitest';
import { article, bench, DECK, firstCard, rated, tab } from '#lib/storage/testing/testing-store.ts';

test('a session is resumed after a reload with the events since it began', async () => {
	const on = await bench();
	await on.store.seed([article(3)]);
	await rated(on, await firstCard(on), 1);
	const session = await on.store.startSession([DECK], on.clock.moment());
	expect(session).toMatchObject({ sinceSequence: 1, deckIds: [DECK] });
	await rated(on, await firstCard(on), 3);
	on.store.close();
	const again = await tab(on);
	expect(await again.store.currentSession()).toEqual(session);
	const events = await again.store.sessionEvents(session.sinceSequence);
	expect(events).toMatchObject([{ sequence: 2, rating: 3 }]);
	await again.store.endSession();
	expect(await again.store.currentSession()).toBeNull();
});

test('the time of the last backup is kept until everything is wiped', async () => {
	const { store } = await bench();
	expect(await store.lastBackupAt()).toBeNull();
	await store.setLastBackupAt(1234);
	expect(await store.lastBackupAt()).toBe(1234);
	await store.wipe();
	expect(await store.lastBackupAt()).toBeNull();
});
