import { expect, test } from 'vitest';
import { bench, DAY } from '#lib/storage/testing/testing-store.ts';

const hedda = { id: null, name: 'Hedda', deckIds: null };

test('auditions are kept by date, changed and removed', async () => {
	const { store, clock } = await bench();
	const later = await store.saveAudition({ ...hedda, at: clock.at + 5 * DAY });
	const sooner = await store.saveAudition({ ...hedda, name: 'Nora', at: clock.at + DAY });
	expect(await store.auditions()).toEqual([sooner, later]);

	const moved = await store.saveAudition({ ...sooner, at: clock.at + 9 * DAY });
	expect(await store.auditions()).toEqual([later, moved]);

	await store.deleteAudition(later.id);
	expect(await store.auditions()).toEqual([moved]);
});

test('one that is saved after it was deleted lives again, whether or not anything of it changed', async () => {
	const { store, clock } = await bench();
	const audition = await store.saveAudition({ ...hedda, at: clock.at + DAY });
	for (const edit of [{}, { minutesPerDay: 12 }]) {
		await store.deleteAudition(audition.id);
		expect(await store.auditions()).toEqual([]);
		await store.saveAudition({ ...audition, ...edit });
		expect(await store.auditions()).toEqual([{ ...audition, ...edit }]);
	}
});

test('a restored backup brings auditions back, and remembers the removed ones', async () => {
	const { store, clock } = await bench();
	await store.saveAudition({ ...hedda, at: clock.at + DAY });
	const gone = await store.saveAudition({ ...hedda, name: 'Nora', at: clock.at + 2 * DAY });
	await store.deleteAudition(gone.id);
	const before = await store.exportAll();
	await store.wipe();
	expect(await store.auditions()).toEqual([]);

	await store.replaceAll(before);
	expect(await store.auditions()).toMatchObject([{ name: 'Hedda' }]);
	expect((await store.exportAll()).auditions).toEqual(before.auditions);
});
