import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { faceLine } from '#lib/domain/cards/face-line.ts';
import CardLines from './CardLines.svelte';

test('what is missing is seen as a gap and heard as "blank", and items are kept apart', async () => {
	const prompt = faceLine([
		{
			type: 'list',
			ordered: false,
			lead: [{ text: 'Look more closely at:', as: 'plain' }],
			items: [
				{ spans: [{ text: '', as: 'blank' }], missing: true },
				{ spans: [{ text: 'What drives her', as: 'plain' }], missing: false },
				{ spans: [{ text: 'How they speak', as: 'plain' }], missing: false },
			],
		},
	]);
	const screen = await render(CardLines, { lines: [{ prompt, about: 'New today' }] });
	const line = screen.getByRole('paragraph').first();
	await expect
		.element(line)
		.toHaveTextContent(/^Look more closely at: blank; What drives her; How they speak$/);
	expect(line.element().querySelector('.blank > .unseen')?.textContent).toBe('blank');
});
