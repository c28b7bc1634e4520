import type { Findings } from '#lib/workers/recovery/recover-messages.ts';

const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

/** Whether nothing is missing of what was saved. */
export function isWhole({ missing, contentSince }: Findings): boolean {
	return missing.length === 0 && contentSince === null;
}

/** Exactly what is missing, a sentence each, no more than ten and one for the rest. */
export function missingWords({ missing, contentSince }: Findings): string[] {
	const runs = missing.map(({ entries, after, before }) => {
		const count = entries === 1 ? '1 entry' : `${entries} entries`;
		if (after === null && before === null) return `${count} of your history.`;
		if (before === null) return `${count} made after ${when.format(after ?? 0)}.`;
		if (after === null) return `${count} made before ${when.format(before)}.`;
		return `${count} made between ${when.format(after)} and ${when.format(before)}.`;
	});
	const told = runs.slice(0, MOST);
	const rest = missing.slice(MOST).reduce((sum, { entries }) => sum + entries, 0);
	if (rest > 0) told.push(`And ${rest} more.`);
	if (contentSince === 0) told.push('Perhaps decks, notes or settings of your own.');
	else if (contentSince !== null) {
		told.push(
			`Perhaps changes to decks, notes or settings made after ${when.format(contentSince)}.`,
		);
	}
	return told;
}

const MOST = 10;
