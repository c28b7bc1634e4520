import { isPlainObject } from './is-plain-object.ts';

/** A copy of a JSON value with the keys of its objects in alphabetical order, at every depth. */
export function sortKeys(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sortKeys);
	if (!isPlainObject(value)) return value;
	const entries = Object.entries(value).map(([key, part]) => [key, sortKeys(part)] as const);
	return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
