import { expect, test } from 'vitest';
import { auditionOn } from '#lib/storage/planning/testing-plan.ts';
import { article, bench, DAY, DECK, rate, rated } from '#lib/storage/testing/testing-store.ts';
import { readPast } from './past-audition.ts';
import { appOn } from './testing-app.ts';

test('looks at all cards of the audition as they stood then, whatever was reviewed since', async () => {
	const on = await bench();
	await on.store.seed([article(700)]);
	const cards = await on.store.cardsOf(DECK);
	for (const index of [0, 1, 2, 3, 4, 5, 650]) {
		const card = cards[index];
		if (card) await rated(on, card, index === 650 ? 1 : 4);
	}
	on.clock.pass(9 * DAY);
	const audition = await auditionOn(on, { at: on.clock.at });
	on.clock.pass(DAY);
	const app = await appOn(on);
	const before = await readPast(app, audition);
	expect(before).toMatchObject({ cards: 700, unseen: 693, recap: { points: 0, known: 0 } });
	expect(before.shaky.map(({ prompt }) => prompt)).toEqual([[{ text: 'Q650?', as: 'plain' }]]);
	expect(before.readiness).toBeGreaterThan(0);
	expect(before.readiness).toBeLessThan(7 / 700);
	const shaky = cards[650] && (await on.store.card(cards[650].id));
	if (shaky) await rate(on, shaky, 4);
	expect(await readPast(app, audition)).toEqual(before);
});
