import { rate, showAnswer } from './steps/answer-cards.ts';
import { expect, test } from './steps/watched-test.ts';

test('where the browser stores nothing, one can review all the same, with a standing warning', async ({
	page,
}) => {
	await page.addInitScript(() => {
		IDBFactory.prototype.open = () => {
			throw new DOMException('Storage is switched off.', 'InvalidStateError');
		};
	});
	await page.goto('/review');
	await expect(page.getByText('Your cards could not be opened.')).toBeVisible();
	await page.getByRole('button', { name: 'Go on without saving' }).click();
	await expect(page.getByText('Nothing is being saved.')).toBeVisible();
	await rate(page, 'Good');
	await expect(showAnswer(page)).toBeVisible();
	const question = page.waitForEvent('dialog');
	await page.close({ runBeforeUnload: true });
	expect((await question).type()).toBe('beforeunload');
	await (await question).dismiss();
	await page.getByRole('link', { name: 'Save a backup' }).click();
	await expect(page.getByText('Nothing is being saved.')).toBeVisible();
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save a backup' }).click();
	expect((await download).suggestedFilename()).toMatch(/^green-room-backup-.*\.json$/);
	await expect(page.getByText('Saved as')).toBeVisible();
	const closed = page.waitForEvent('close');
	await page.close({ runBeforeUnload: true });
	await closed;
});
