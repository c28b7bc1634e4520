import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';

const DAY_MS = 86_400_000;
/** Days after a card was begun on which it comes back. */
const VISITS = [0, 2, 6, 15, 38, 92, 200];

interface Backup {
	readonly cards: readonly {
		readonly id: string;
		readonly noteId: string;
		readonly kind: string;
	}[];
	readonly reviews: readonly object[];
}

/**
 * Gives the app half a year of made-up reviews, one match and one recap a week, by way of a backup.
 *
 * @param now milliseconds since 1970
 * @param forgets whether a card is forgotten on its n-th visit; now and then when left out
 * @returns how many reviews there are
 */
export async function restoreHistory(
	page: Page,
	now: number,
	forgets = (nth: number, visit: number) => visit > 0 && (nth * 5 + visit * 3) % 11 === 0,
): Promise<number> {
	await page.goto('/transfer');
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save a backup' }).click();
	const file = await (await downloading).path();
	// Until then no file is taken.
	await expect(page.getByText('Saved as')).toBeVisible();
	const backup = JSON.parse(await readFile(file, 'utf8')) as Backup;
	const reviews = backup.cards
		.slice(0, 60)
		.flatMap(({ id }, nth) => visitsOf(id, nth, now, forgets));
	const drills = Array.from({ length: 20 }, (_, week) => practiceOf(backup, week, now)).flat();
	// A file that another program wrote has no checksum.
	const changed = {
		...backup,
		checksum: undefined,
		reviews: [...reviews, ...drills],
	};
	await page.getByLabel('Restore a backup').setInputFiles({
		name: 'history.json',
		mimeType: 'application/json',
		buffer: Buffer.from(JSON.stringify(changed)),
	});
	await page.getByRole('button', { name: 'Replace everything' }).click();
	await expect(page.getByText('Restored from history.json.')).toBeVisible();
	return reviews.length;
}

function visitsOf(
	cardId: string,
	nth: number,
	now: number,
	forgets: (nth: number, visit: number) => boolean,
) {
	const begun = now - (180 - nth * 2.5) * DAY_MS;
	return VISITS.map((day) => begun + day * DAY_MS + ((nth * 7) % 13) * 3_600_000)
		.filter((at) => at < now)
		.map((at, visit) => ({
			...base(`${cardId} ${visit}`, cardId, at),
			kind: 'review',
			rating: forgets(nth, visit) ? 1 : 2 + ((nth + visit) % 3),
			durationMs: 4000 + ((nth * 977 + visit * 313) % 9000),
		}));
}

function practiceOf({ cards }: Backup, week: number, now: number) {
	const at = now - (week * 7 + 1) * DAY_MS;
	const of = (kind: string) => cards.filter((card) => card.kind === kind);
	const quotes = of('who-said-it').slice(0, 6);
	const points = of('recap-point').slice(0, 5);
	return [
		...quotes.map(({ id }, nth) => ({
			...base(`match ${week} ${nth}`, id, at + nth * 9000),
			kind: 'practice',
			drill: 'match',
			rating: nth === week % 9 ? 1 : 3,
			durationMs: 7000,
			confusedWith: nth === week % 9 ? 'Marci Liroff' : null,
		})),
		...points.map(({ id }, nth) => ({
			...base(`recap ${week} ${nth}`, id, at + 600_000 + nth * 9000),
			kind: 'practice',
			drill: 'recap',
			rating: (nth + week) % 6 === 0 ? 1 : 3,
			durationMs: 6000,
			confusedWith: null,
		})),
	];
}

function base(id: string, cardId: string, at: number) {
	return { id, cardId, reviewedAt: new Date(at).toISOString(), utcOffsetMinutes: 0 };
}
