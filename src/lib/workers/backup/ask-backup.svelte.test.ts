import { expect, test } from 'vitest';
import { encodeBackup } from '#lib/exchange/backup.ts';
import { article, bench, DECK, rate, type Bench } from '#lib/storage/testing/testing-store.ts';
import { askBackup } from './ask-backup.ts';

const exportedAt = new Date(0).toISOString();

async function reviewed(times: number): Promise<Bench> {
	const on = await bench();
	await on.store.seed([article(6)]);
	await on.store.changeSettings({ newPerDay: 7 });
	for (let round = 0; round < times; round++) {
		for (const card of await on.store.cardsOf(DECK)) await rate(on, card, round % 2 === 0 ? 3 : 1);
	}
	await on.store.undo(on.clock.moment());
	return on;
}

function backupOf({ name }: Bench, progress: (done: number, of: number) => void = () => undefined) {
	return askBackup({ database: name, exportedAt }, progress, new AbortController().signal);
}

test('the worker writes the very file that the store’s own snapshot makes', async () => {
	const on = await reviewed(3);
	const told: number[] = [];
	const file = await backupOf(on, (done, of) => told.push(done / of));
	expect(await file.text()).toBe(encodeBackup(await on.store.exportAll(), exportedAt));
	expect(told.length).toBeGreaterThan(0);
	expect(Math.max(...told)).toBe(1);
});

test('a backup that is given up ends with the reason, and the next one can be made', async () => {
	const on = await reviewed(1);
	const controller = new AbortController();
	const asked = askBackup({ database: on.name, exportedAt }, () => undefined, controller.signal);
	controller.abort(new Error('Enough.'));
	await expect(asked).rejects.toThrow('Enough.');
	expect((await backupOf(on)).size).toBeGreaterThan(0);
});
