import { describe, expect, onTestFinished, test } from 'vitest';
import { shortcutOf } from './shortcut.ts';

/** What a key press is taken for when it goes to an element of the page. */
function pressed(
	key: string,
	options: KeyboardEventInit = {},
	target: Element = document.body,
	before: (event: KeyboardEvent) => void = () => undefined,
): string | null {
	let shortcut: string | null = 'not heard';
	const listen = (event: KeyboardEvent) => {
		before(event);
		shortcut = shortcutOf(event);
	};
	window.addEventListener('keydown', listen);
	const init = { key, bubbles: true, cancelable: true, ...options };
	target.dispatchEvent(new KeyboardEvent('keydown', init));
	window.removeEventListener('keydown', listen);
	return shortcut;
}

/** The first element of some markup, on the page until the test ends. */
function onPage(markup: string, selector: string): Element {
	const holder = document.createElement('div');
	holder.innerHTML = markup;
	document.body.append(holder);
	onTestFinished(() => holder.remove());
	const element = holder.querySelector(selector);
	if (!element) throw new Error(`No ${selector} in the markup.`);
	return element;
}

test.each(['1', '4', 'u', 'e', '-', ' ', 'Enter', '?', '@'])('"%s" alone is itself', (key) => {
	expect(pressed(key)).toBe(key);
});

test('signs that need Shift are themselves', () => {
	expect(pressed('?', { shiftKey: true })).toBe('?');
	expect(pressed('@', { shiftKey: true })).toBe('@');
});

describe('undo', () => {
	test.each([{ ctrlKey: true }, { metaKey: true }])('is Z with %o, in either case', (modifier) => {
		expect(pressed('z', modifier)).toBe('undo');
		expect(pressed('Z', modifier)).toBe('undo');
	});

	test('is not redo', () => {
		expect(pressed('Z', { ctrlKey: true, shiftKey: true })).toBeNull();
		expect(pressed('z', { metaKey: true, shiftKey: true })).toBeNull();
	});

	test('is left to a field, which has its own', () => {
		const field = onPage('<textarea></textarea>', 'textarea');
		expect(pressed('z', { ctrlKey: true }, field)).toBeNull();
	});
});

describe('what belongs to the browser', () => {
	test.each(['1', 'e', 'u', '-', 'Enter'])('%s with Ctrl, Cmd or Alt is no shortcut', (key) => {
		expect(pressed(key, { ctrlKey: true })).toBeNull();
		expect(pressed(key, { metaKey: true })).toBeNull();
		expect(pressed(key, { altKey: true })).toBeNull();
	});

	test('a key that is held down counts once', () => {
		expect(pressed('3', { repeat: true })).toBeNull();
		expect(pressed('z', { repeat: true, ctrlKey: true })).toBeNull();
	});

	test('a key that composes a letter is no shortcut', () => {
		expect(pressed('e', { isComposing: true })).toBeNull();
	});

	test('a key that something else has answered is no shortcut', () => {
		expect(pressed('3', {}, document.body, (event) => event.preventDefault())).toBeNull();
	});
});

test('the @ of a keyboard that makes it with Alt is itself', () => {
	expect(pressed('@', { altKey: true })).toBe('@');
});

test.each([
	['<input>', 'input'],
	['<input type="checkbox">', 'input'],
	['<textarea></textarea>', 'textarea'],
	['<select><option>1</option></select>', 'select'],
	['<p contenteditable><b>text</b></p>', 'b'],
	['<dialog><button>OK</button></dialog>', 'button'],
])('keys typed into %s are left alone', (markup, selector) => {
	const target = onPage(markup, selector);
	for (const key of ['3', 'e', ' ']) expect(pressed(key, {}, target)).toBeNull();
});

test('while a dialog is open no key works behind it, and after it keys work again', () => {
	const dialog = onPage('<dialog>Sure?</dialog>', 'dialog');
	if (!(dialog instanceof HTMLDialogElement)) throw new Error('No dialog.');
	dialog.showModal();
	expect(pressed('3')).toBeNull();
	expect(pressed('z', { ctrlKey: true })).toBeNull();
	dialog.close();
	expect(pressed('3')).toBe('3');
});

test.each([
	['<button><b>Hard</b></button>', 'b'],
	['<a href="#top">Decks</a>', 'a'],
	['<details><summary>More</summary></details>', 'summary'],
])(
	'%s with the focus keeps Space and Enter, and lets the other keys through',
	(markup, selector) => {
		const target = onPage(markup, selector);
		expect(pressed(' ', {}, target)).toBeNull();
		expect(pressed('Enter', {}, target)).toBeNull();
		expect(pressed('3', {}, target)).toBe('3');
		expect(pressed('u', {}, target)).toBe('u');
	},
);
