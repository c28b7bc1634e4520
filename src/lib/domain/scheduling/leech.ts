/**
 * Whether this lapse makes a card a leech, or says so again: at the threshold and at every half threshold
 * after it, as in Anki. A threshold of 0 means never.
 *
 * @param lapses this one included
 */
export function isLeechLapse(lapses: number, threshold: number): boolean {
	if (threshold <= 0 || lapses < threshold) return false;
	return (lapses - threshold) % Math.ceil(threshold / 2) === 0;
}
