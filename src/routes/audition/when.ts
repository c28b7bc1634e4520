const whole = new Intl.DateTimeFormat('en-GB', {
	weekday: 'long',
	day: 'numeric',
	month: 'long',
	year: 'numeric',
	hour: '2-digit',
	minute: '2-digit',
});
const dayOnly = new Intl.DateTimeFormat('en-GB', {
	weekday: 'long',
	day: 'numeric',
	month: 'long',
	timeZone: 'UTC',
});
const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

const DAY_MS = 86_400_000;

/** "Friday 27 November 2026 at 10:00", on this device's clock. */
export function whenOf(at: number): string {
	return whole.format(at);
}

/** A study day in full: "Friday 27 November". */
export function dayName(day: number): string {
	return dayOnly.format(day * DAY_MS);
}

/** "27 Nov" */
export function dayShort(day: number): string {
	return short.format(day * DAY_MS);
}
