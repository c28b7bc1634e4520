/** Minutes a day as they were typed: null for none, NaN for anything but plain digits, with "," or "." before decimals. */
export function readMinutes(text: string): number | null {
	const typed = text.trim();
	if (typed === '') return null;
	return /^\d+(?:[.,]\d+)?$/.test(typed) ? Number(typed.replace(',', '.')) : NaN;
}
