import { expect, test } from 'vitest';
import { deckId } from '#lib/domain/cards/ids.ts';
import { choiceFrom, searchOf } from './choice-in-address.ts';
import type { Choice } from './read-statistics.ts';

const first: Choice = { scope: { kind: 'all' }, span: '30', from: '', to: '', period: 'auto' };
const choices: [string, Partial<Choice>][] = [
	['', {}],
	['?deck=hedda', { scope: { kind: 'deck', deckId: deckId('hedda') } }],
	['?tag=r%26b+%3F', { scope: { kind: 'tag', tag: 'r&b ?' } }],
	['?span=all&by=month', { span: 'all', period: 'month' }],
	[
		'?span=dates&from=2026-01-01&to=2026-02-01',
		{ span: 'dates', from: '2026-01-01', to: '2026-02-01' },
	],
	['?span=dates&to=2026-02-01', { span: 'dates', to: '2026-02-01' }],
];

test.each(choices)('the address “%s” says what is shown, and is read back', (search, asked) => {
	const choice = { ...first, ...asked };
	expect(searchOf(choice)).toBe(search);
	expect(choiceFrom(search)).toEqual(choice);
});

test('an address that says nonsense shows what is shown at first', () => {
	expect(choiceFrom('?span=toString&by=hour&deck=')).toEqual(first);
});
