import { describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import type { NoteBody } from '#lib/domain/cards/note.ts';
import NoteEditor from './NoteEditor.svelte';

const question: NoteBody = { kind: 'question', question: 'Who casts?', answer: 'The director.' };
const cloze: NoteBody = { kind: 'cloze', text: 'Know your ==lines==.' };
const quote: NoteBody = {
	kind: 'quote',
	text: 'I just listened.',
	speaker: 'Ana',
	role: 'actor',
	credit: '',
};
const resume = { key: 'a', text: 'a résumé' };
const list: NoteBody = {
	kind: 'list',
	lead: 'Bring:',
	items: [resume, { key: 'b', text: 'water' }],
};
const recap: NoteBody = { kind: 'recap', items: [{ key: 'first', text: 'Listen.' }] };

const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const saveButton = page.getByRole('button', { name: 'Save' });

async function editing(
	body: NoteBody,
	save = vi.fn(() => Promise.resolve()),
	tags: readonly string[] = [],
) {
	const onclose = vi.fn();
	await render(NoteEditor, { title: 'Edit note', body, tags, save, onclose });
	return { save, onclose };
}

describe('the fields of each kind of note', () => {
	test.each<[string, NoteBody, string, string, NoteBody]>([
		['question', question, 'Question', 'Who?', { ...question, question: 'Who?' }],
		['answer', question, 'Answer', 'She.', { ...question, answer: 'She.' }],
		['cloze', cloze, 'Text', 'Be ==on time==.', { ...cloze, text: 'Be ==on time==.' }],
		['quote', quote, 'Quote', 'I waited.', { ...quote, text: 'I waited.' }],
		['speaker', quote, 'Who said it', 'Bo', { ...quote, speaker: 'Bo' }],
		['role', quote, 'Role (optional)', 'director', { ...quote, role: 'director' }],
		['credit', quote, 'Known for (optional)', 'Hamlet', { ...quote, credit: 'Hamlet' }],
		['opening line', list, 'Opening line', 'Pack:', { ...list, lead: 'Pack:' }],
		['list item', list, 'Item 2', 'tea', { ...list, items: [resume, { key: 'b', text: 'tea' }] }],
		[
			'recap point',
			recap,
			'Point 1',
			'Breathe.',
			{ ...recap, items: [{ key: 'first', text: 'Breathe.' }] },
		],
	])('the %s is edited, and all else is kept', async (_, body, name, text, edited) => {
		const before = structuredClone(body);
		const { save, onclose } = await editing(body);
		await field(name).fill(text);
		await saveButton.click();
		await expect.poll(() => onclose).toHaveBeenCalledOnce();
		expect(save.mock.calls).toEqual([[edited, []]]);
		expect(body).toEqual(before);
	});
});

describe('what is refused', () => {
	test.each<[string, NoteBody]>([
		['Question', question],
		['Answer', question],
		['Text', cloze],
		['Quote', quote],
		['Who said it', quote],
		['Opening line', list],
		['Item 1', list],
		['Point 1', recap],
	])('an empty field: %s', async (name, body) => {
		const { save, onclose } = await editing(body);
		await field(name).fill('  ');
		await saveButton.click();
		const alert = page.getByRole('alert');
		await expect.element(alert).toHaveTextContent('Please fill in every field first.');
		expect(save).not.toHaveBeenCalled();
		expect(onclose).not.toHaveBeenCalled();
	});

	test.each(['Know your lines.', 'Know == your lines ==.', 'Know ==your lines.'])(
		'a text with no word to recall: %s',
		async (text) => {
			const { save } = await editing(cloze);
			await field('Text').fill(text);
			await saveButton.click();
			await expect.element(page.getByRole('alert')).toHaveTextContent('==like this==');
			expect(save).not.toHaveBeenCalled();
		},
	);
});

test('a mark may hold an equals sign', async () => {
	const { save } = await editing(cloze);
	await field('Text').fill('Once ==a = b==.');
	await saveButton.click();
	await expect
		.poll(() => save)
		.toHaveBeenCalledWith({ kind: 'cloze', text: 'Once ==a = b==.' }, []);
});

test('role and credit may stay empty', async () => {
	const { save } = await editing({ ...quote, role: '' });
	await saveButton.click();
	await expect.poll(() => save).toHaveBeenCalledWith({ ...quote, role: '' }, []);
});

test('a save that fails says why, and keeps the dialog with its text for another try', async () => {
	const save = vi.fn(() => Promise.resolve());
	save.mockRejectedValueOnce(new Error('The disk is full.'));
	const { onclose } = await editing(question, save);
	await field('Answer').fill('The casting director.');
	await saveButton.click();
	await expect
		.element(page.getByRole('alert'))
		.toHaveTextContent('That didn’t work: The disk is full.');
	await expect.element(field('Answer')).toHaveValue('The casting director.');
	expect(onclose).not.toHaveBeenCalled();
	await saveButton.click();
	await expect.poll(() => onclose).toHaveBeenCalledOnce();
	expect(save).toHaveBeenLastCalledWith({ ...question, answer: 'The casting director.' }, []);
});

test('tags end at a space, a comma, Enter or Save, and leave by key or button', async () => {
	const { save } = await editing(question, undefined, ['camera', 'old']);
	await page.getByRole('button', { name: 'Remove tag old' }).click();
	await expect.element(field('Tags')).toHaveFocus();
	await userEvent.keyboard('comedy play::hamlet,wrong{Enter}{Backspace}last');
	await expect.element(page.getByRole('status')).toHaveTextContent('Removed wrong.');
	const chips = page.getByRole('list', { name: 'Tags of this note' }).getByRole('listitem');
	expect(chips.elements().map((chip) => chip.textContent.trim())).toEqual([
		'camera',
		'comedy',
		'play::hamlet',
	]);
	await saveButton.click();
	const tags = ['camera', 'comedy', 'play::hamlet', 'last'];
	await expect.poll(() => save.mock.calls).toEqual([[question, tags]]);
});

test('an old problem does not stand beside a text that was put right', async () => {
	const { promise } = Promise.withResolvers<undefined>();
	await editing(
		question,
		vi.fn(() => promise),
	);
	await field('Answer').fill('');
	await saveButton.click();
	await expect.element(page.getByRole('alert')).toBeVisible();
	await field('Answer').fill('The director.');
	await saveButton.click();
	await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
});

test('two presses of Save save once', async () => {
	const { promise, resolve } = Promise.withResolvers<undefined>();
	const save = vi.fn(() => promise);
	const { onclose } = await editing(question, save);
	await saveButton.click();
	await saveButton.click({ force: true });
	resolve(undefined);
	await expect.poll(() => onclose).toHaveBeenCalledOnce();
	expect(save).toHaveBeenCalledOnce();
});

test('Cancel and Escape save nothing', async () => {
	const { save, onclose } = await editing(question);
	await field('Answer').fill('Nobody.');
	await page.getByRole('button', { name: 'Cancel' }).click();
	await expect.poll(() => onclose).toHaveBeenCalledOnce();
	const other = await editing(question);
	await userEvent.keyboard('{Escape}');
	await expect.poll(() => other.onclose).toHaveBeenCalledOnce();
	expect(save).not.toHaveBeenCalled();
	expect(other.save).not.toHaveBeenCalled();
});

test('a press beside it keeps what was typed', async () => {
	const { onclose } = await editing(question);
	await field('Question').fill('Who decides?');
	await userEvent.click(document.body, { position: { x: 2, y: 2 }, force: true });
	await new Promise((resolve) => setTimeout(resolve, 100));
	expect(onclose).not.toHaveBeenCalled();
	await expect.element(field('Question')).toHaveValue('Who decides?');
});
