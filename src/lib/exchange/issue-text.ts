import type { BaseIssue } from 'valibot';

/**
 * Where an issue is and what would be right, as a sentence: "reviews, entry 3, rating: must be 1, 2, 3 or 4."
 *
 * @param within where the value stands that was looked at
 */
export function issueText(
	{ path, message, received }: BaseIssue<unknown>,
	within: readonly (string | number)[] = [],
): string {
	const keys = [...within, ...(path ?? []).map(({ key }) => key)];
	const place = keys.map((key) => (typeof key === 'number' ? `entry ${key + 1}` : String(key)));
	const isMissing = received === 'undefined';
	return `${place.join(', ') || 'The file'}: ${isMissing ? 'is missing' : message}.`;
}
