/** What is left of a name or a quote when neither case nor spaces make a difference. */
export function fold(text: string): string {
	return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
