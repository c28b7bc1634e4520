/**
 * One text for each plain value, whatever the order of its keys: equal values have equal texts. It stands in
 * an array, so that a missing value has a text as well.
 */
export function canonicalJson(value: unknown): string {
	return JSON.stringify([value], (_key, part: unknown) => (isRecord(part) ? sorted(part) : part));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
