import type { Page } from '@playwright/test';
import { deckId, noteId, type DeviceId } from '#lib/domain/cards/ids.ts';
import { inheritedOptions } from '#lib/domain/cards/deck.ts';
import { nextStamp, SEED_STAMP } from '#lib/domain/merge/hybrid-clock.ts';
import { stamped } from '#lib/domain/merge/record.ts';
import type { Snapshot } from '#lib/domain/merge/snapshot.ts';
import { encodeBackup } from '#lib/exchange/backup.ts';
import { times } from '../faults/numbers.ts';
import { showAnswer, summaryHeading } from './steps/answer-cards.ts';
import { crash } from './steps/crash.ts';
import { restoreFile } from './steps/restore-file.ts';
import { storedCards, storedDays, storedEvents } from './steps/stored.ts';
import { expect, test } from './steps/watched-test.ts';

const ANSWERS = times('ANSWERS', 100, 1000);
const TABS = 5;

// A trace of a tab that crashes is not to be had.
test.use({ trace: 'off' });

test(`five tabs answer one queue, ${ANSWERS} answers, and four of them die on the way: none is doubled, none is lost`, async ({
	context,
	page,
}) => {
	test.setTimeout(120_000 + ANSWERS * 1000);
	await restoreFile(page, fileOf(ANSWERS));
	await page.goto('about:blank');
	const tabs: Page[] = [];
	for (let tab = 0; tab < TABS; tab++) tabs.push(await context.newPage());
	for (const tab of tabs) {
		await tab.goto('/review');
		await expect(showAnswer(tab)).toBeVisible();
	}
	const watcher = await context.newPage();
	await watcher.goto('/settings');

	// The first is the one that opened the database and began the session.
	const [last, ...mortal] = tabs.toReversed();
	if (!last) throw new Error('There are five tabs.');
	const rating = tabs.map((tab) => rateFast(tab).catch(() => 'died'));
	for (const [index, tab] of mortal.toReversed().entries()) {
		await expect
			.poll(async () => (await storedEvents(watcher)).length, { timeout: 120_000, intervals: [50] })
			.toBeGreaterThan(((index + 1) * ANSWERS) / 8);
		const kept = (await storedEvents(watcher)).map(({ id }) => id);
		await crash(tab);
		const ids = new Set((await storedEvents(watcher)).map(({ id }) => id as string));
		expect(kept.every((id) => ids.has(id))).toBe(true);
	}
	expect(await Promise.all(rating)).toEqual([...mortal.map(() => 'died'), 'done']);

	const events = await storedEvents(last);
	expect(events.map(({ kind }) => kind)).toEqual(Array(ANSWERS).fill('review'));
	expect(new Set(events.map(({ cardId }) => cardId)).size).toBe(ANSWERS);
	expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
	const cards = Object.values(await storedCards(last)).filter(({ deckId }) => deckId === DECK);
	expect(cards.map(({ reps }) => reps)).toEqual(Array(ANSWERS).fill(1));
	const days = await storedDays(last);
	expect(days.reduce((sum, { answers }) => sum + answers, 0)).toBe(ANSWERS);
});

/** Presses Easy as soon as it is there, whatever the other tabs do, until nothing is left. */
async function rateFast(tab: Page): Promise<'done'> {
	while (!(await summaryHeading(tab).isVisible())) {
		await tab.evaluate(() => {
			const press = (label: string) =>
				[...document.querySelectorAll('button')]
					.find((button) => (button.ariaLabel ?? button.textContent).trim().startsWith(label))
					?.click();
			press('Show answer');
			press('Easy');
		});
	}
	return 'done';
}

const DECK = deckId('many');

/** A backup of one deck with so many questions, all of which may be new today. */
function fileOf(count: number): string {
	const stamp = nextStamp(SEED_STAMP, Date.now(), 'file' as DeviceId);
	const deck = { id: DECK, name: 'Many', article: null, options: inheritedOptions };
	const snapshot: Snapshot = {
		decks: [stamped({ ...deck, options: { newPerDay: 9999, reviewsPerDay: 9999 } }, stamp)],
		notes: Array.from({ length: count }, (_, index) =>
			stamped(
				{
					id: noteId(`many.${index}`),
					deckId: DECK,
					sectionId: null,
					body: { kind: 'question', question: `Q ${index}?`, answer: `A ${index}.` },
					tags: [],
					position: index,
				},
				stamp,
			),
		),
		cards: [],
		bases: [],
		reviews: [],
		auditions: [],
		settings: [{ key: 'newPerDay', value: 0, stamp }],
		devices: [],
	};
	return encodeBackup(snapshot, new Date().toISOString());
}
