import type { BaseIssue } from 'valibot';

/** Where an issue is and what would be right, as a sentence: "reviews, entry 3, rating: must be 1, 2, 3 or 4." */
export function issueText({ path, message, received }: BaseIssue<unknown>): string {
	const place = (path ?? []).map(({ key }) =>
		typeof key === 'number' ? `entry ${key + 1}` : String(key),
	);
	const isMissing = received === 'undefined';
	return `${place.join(', ') || 'The file'}: ${isMissing ? 'is missing' : message}.`;
}
