import type { CheckResult } from '#lib/workers/checking/ask-check.ts';

const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** What a check found, a sentence each. */
export function checkWords(result: CheckResult): string[] {
	const { events, damaged, missing, dangling, mended, moved } = result;
	const { cards, days, counters, records, undo } = result;
	const wrong = [
		cards > 0 && some(cards, 'card', 'cards'),
		days > 0 && some(days, 'day', 'days'),
		counters > 0 && some(counters, 'counter', 'counters'),
		records > 0 && some(records, 'deck, note or setting', 'decks, notes or settings'),
		undo && 'what Undo takes back',
	].filter((each) => each !== false);
	const lines = [`${some(events, 'entry', 'entries')} checked.`];
	if (damaged > 0) lines.push(`${some(damaged, 'entry is', 'entries are')} damaged.`);
	if (missing > 0) lines.push(`${some(missing, 'entry is', 'entries are')} missing.`);
	if (dangling > 0) {
		lines.push(
			`${some(dangling, 'undo refers', 'undos refer')} to entries that are not here; harmless.`,
		);
	}
	if (wrong.length > 0)
		lines.push(`${mended ? 'Put right' : 'Not as it should be'}: ${wrong.join(', ')}.`);
	if (moved)
		lines.push('Something was saved meanwhile. Check again when nothing else is going on.');
	else if (lines.length === 1) lines.push('Everything is as it should be.');
	return lines;
}
