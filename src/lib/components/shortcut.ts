/**
 * The key of a shortcut, or null when the key press is not meant as one: it was typed into a field, went to a
 * dialog, repeats by itself, or belongs to the browser. Ctrl+Z and Cmd+Z come as "undo".
 */
export function shortcutOf(event: KeyboardEvent): string | null {
	if (event.defaultPrevented || event.repeat || event.isComposing) return null;
	const target = event.target instanceof Element ? event.target : null;
	if (target?.closest('input, textarea, select, [contenteditable], dialog')) return null;
	if (document.querySelector('dialog[open]')) return null;
	if ((event.ctrlKey || event.metaKey) && !event.altKey) {
		return event.key.toLowerCase() === 'z' && !event.shiftKey ? 'undo' : null;
	}
	// Some keyboards, such as a German one on a Mac, make the @ with Alt.
	if (event.altKey && event.key !== '@') return null;
	// A focused button or link keeps its own Space and Enter.
	if ((event.key === ' ' || event.key === 'Enter') && target?.closest('a, button, summary')) {
		return null;
	}
	return event.key;
}
