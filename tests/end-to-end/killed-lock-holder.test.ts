import type { Page } from '@playwright/test';
import { plainAudition } from '#lib/domain/audition/audition.ts';
import { auditionId, type DeviceId } from '#lib/domain/cards/ids.ts';
import { nextStamp, SEED_STAMP } from '#lib/domain/merge/hybrid-clock.ts';
import { stamped } from '#lib/domain/merge/record.ts';
import { encodeBackup } from '#lib/exchange/backup.ts';
import { rate, showAnswer } from './steps/answer-cards.ts';
import { crash } from './steps/crash.ts';
import { journalLines } from './steps/journal-lines.ts';
import { restoreFile } from './steps/restore-file.ts';
import { storedRows } from './steps/stored.ts';
import { holdForEver, locksOf } from './steps/web-locks.ts';
import { expect, test } from './steps/watched-test.ts';

// A trace of a tab that crashes is not to be had.
test.use({ trace: 'off' });

interface Held {
	readonly lock: string;
	/** What makes the tab that is killed take the lock. */
	readonly take: (dying: Page) => Promise<unknown>;
	/** What makes another tab wait for it. */
	readonly want: (other: Page) => Promise<unknown>;
	/** What that one could not do until then. */
	readonly goOn: (other: Page) => Promise<unknown>;
}

const saveBackup = (tab: Page) => tab.getByRole('button', { name: 'Save a backup' }).click();

const holds: readonly Held[] = [
	{
		lock: 'green-room plan',
		take: (dying) => restoreFile(dying, withAudition()),
		want: (other) => other.goto('/'),
		goOn: (other) => expect.poll(() => hasPlan(other)).toBe(true),
	},
	{
		lock: 'green-room journal upkeep',
		take: (dying) => dying.goto('/'),
		want: (other) => other.goto('/review'),
		goOn: async (other) => {
			expect(await journalLines(other, 1)).toBe(0);
			await rate(other, 'Easy');
			await expect.poll(() => journalLines(other, 1)).toBe(1);
		},
	},
	{
		lock: 'green-room backup',
		take: (dying) => dying.goto('/transfer').then(() => saveBackup(dying)),
		want: (other) => other.goto('/transfer').then(() => saveBackup(other)),
		goOn: (other) => expect(other.getByText(/^Saved as /)).toBeVisible(),
	},
	{
		lock: 'green-room upgrade',
		take: (dying) => dying.goto('/'),
		want: (other) => other.goto('/review'),
		goOn: (other) => expect(showAnswer(other)).toBeVisible(),
	},
];

test('the tab that holds a lock is killed, for each lock there is: the others get it and go on', async ({
	context,
	page: other,
}) => {
	test.setTimeout(120_000);
	// A page of the same origin without the app, which would be first to plan what is restored.
	await other.route('**/outside', (route) =>
		route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,">' }),
	);
	for (const { lock, take, want, goOn } of holds) {
		await other.goto('/outside');
		const dying = await context.newPage();
		await holdForEver(dying, lock);
		expect((await locksOf(other)).held).not.toContain(lock);
		await take(dying);
		await expect.poll(async () => (await locksOf(dying)).held).toContain(lock);
		await want(other);
		await expect.poll(async () => (await locksOf(other)).pending).toContain(lock);
		expect((await locksOf(other)).held).toContain(lock);
		await crash(dying);
		await goOn(other);
		await expect.poll(async () => (await locksOf(other)).pending).not.toContain(lock);
	}
});

async function hasPlan(page: Page): Promise<boolean> {
	const rows = await storedRows<{ readonly key: string }>(page, 'meta');
	return rows.some(({ key }) => key === 'plan');
}

/** A backup in which a callback is a week ahead. */
function withAudition(): string {
	const now = Date.now();
	const stamp = nextStamp(SEED_STAMP, now, 'file' as DeviceId);
	const callback = { id: auditionId('callback'), name: 'Callback', at: now + 7 * 86_400_000 };
	const snapshot = {
		decks: [],
		notes: [],
		cards: [],
		bases: [],
		reviews: [],
		auditions: [stamped({ ...plainAudition, ...callback }, stamp)],
		settings: [],
		devices: [],
	};
	return encodeBackup(snapshot, new Date(now).toISOString());
}
