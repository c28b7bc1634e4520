import { isPlainObject } from './is-plain-object.ts';

const DEEPEST = 20;

/** A copy of a JSON value without the keys that reach into an object's prototype; null below a sane depth. */
export function cleanJson(value: unknown, depth = 0): unknown {
	if (depth > DEEPEST) return null;
	if (Array.isArray(value)) return value.map((part) => cleanJson(part, depth + 1));
	if (!isPlainObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([key]) => !FORBIDDEN.has(key))
			.map(([key, part]) => [key, cleanJson(part, depth + 1)]),
	);
}

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
