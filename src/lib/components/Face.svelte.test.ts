import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { FaceBlock, FaceSpan } from '#lib/domain/cards/face.ts';
import Face from './Face.svelte';

const plain = (text: string): FaceSpan => ({ text, as: 'plain' });
const blank: FaceSpan = { text: '', as: 'blank' };
const revealed = (text: string): FaceSpan => ({ text, as: 'revealed' });

async function drawn(...blocks: FaceBlock[]): Promise<HTMLElement> {
	return (await render(Face, { blocks })).container;
}

test('a text is one paragraph, its spans without a gap between them', async () => {
	const face = await drawn({ type: 'text', spans: [plain('Know your '), plain('lines.')] });
	expect(face.querySelectorAll('p')).toHaveLength(1);
	expect(face.querySelector('p')?.textContent).toBe('Know your lines.');
});

test('a blank is spoken as "blank"', async () => {
	const face = await drawn({ type: 'text', spans: [plain('Know your '), blank, plain('.')] });
	expect(face.textContent.trim()).toBe('Know your blank.');
});

test('the blank’s word is out of sight, so that what is seen is a gap', async () => {
	const face = await drawn({ type: 'text', spans: [blank] });
	const word = face.querySelector('.blank > .unseen');
	expect(word?.textContent).toBe('blank');
});

test('what was asked for is marked once it is revealed, and nothing else is', async () => {
	const face = await drawn({
		type: 'text',
		spans: [plain('Know your '), revealed('lines'), plain('.')],
	});
	const marks = [...face.querySelectorAll('mark')].map((mark) => mark.textContent);
	expect(marks).toEqual(['lines']);
	expect(face.textContent.trim()).toBe('Know your lines.');
});

test('a quote is a blockquote between quotation marks', async () => {
	const face = await drawn({ type: 'quote', spans: [plain('I just '), blank, plain('.')] });
	expect(face.querySelector('blockquote')?.textContent).toBe('“I just blank.”');
});

test('a speaker stands with role and credit', async () => {
	const face = await drawn({
		type: 'speaker',
		name: 'Ana',
		role: 'actor',
		credit: 'Stranger Things',
	});
	expect(face.querySelector('strong')?.textContent).toBe('Ana');
	expect(face.querySelector('p')?.textContent).toMatch(/Ana\s+actor, Stranger Things/);
});

test.each([
	['actor', '', 'actor'],
	['', 'Stranger Things', 'Stranger Things'],
])('a speaker of whom only one thing is known (%s%s) has no stray comma', async (...known) => {
	const [role, credit, told] = known;
	const face = await drawn({ type: 'speaker', name: 'Ana', role, credit });
	expect(face.querySelector('p')?.textContent.replace('Ana', '').trim()).toBe(told);
});

test('a speaker of whom only the name is known has nothing beside it', async () => {
	const face = await drawn({ type: 'speaker', name: 'Ana', role: '', credit: '' });
	expect(face.querySelector('p')?.textContent.trim()).toBe('Ana');
	expect(face.querySelector('span')).toBeNull();
});

test('a list stands under its opening line, in order, with a blank for the missing item', async () => {
	const face = await drawn({
		type: 'list',
		ordered: false,
		lead: [plain('Bring:')],
		items: [
			{ spans: [plain('a résumé')], missing: false },
			{ spans: [blank], missing: true },
			{ spans: [plain('water')], missing: false },
		],
	});
	expect(face.querySelector('p')?.textContent).toBe('Bring:');
	const items = [...face.querySelectorAll('ul > li')].map((item) => item.textContent);
	expect(items).toEqual(['a résumé', 'blank', 'water']);
	expect(face.querySelector('ol')).toBeNull();
});

test('the points of a recap are numbered, without an empty line above', async () => {
	const face = await drawn({
		type: 'list',
		ordered: true,
		lead: [],
		items: [{ spans: [revealed('Listen')], missing: true }],
	});
	expect(face.querySelector('ol > li > mark')?.textContent).toBe('Listen');
	expect(face.querySelector('p, ul')).toBeNull();
});

test('blocks are drawn in their order, and markup in a text is only text', async () => {
	const face = await drawn(
		{ type: 'quote', spans: [plain('<img src=x onerror=alert(1)>')] },
		{ type: 'speaker', name: '<b>Ana</b>', role: '', credit: '' },
	);
	expect(face.querySelector('img, b')).toBeNull();
	expect(face.textContent).toMatch(/“<img src=x onerror=alert\(1\)>”\s*<b>Ana<\/b>/);
});
