import type { Interval } from '#lib/domain/log/event.ts';

/** For a button: "10 min", "8 days", "2.5 months". */
export function intervalShort(interval: Interval): string {
	const { amount, unit } = measure(interval);
	return `${amount} ${amount === 1 ? unit.short : unit.shortPlural}`;
}

/** In words, for speech: "10 minutes", "8 days", "2.5 months". */
export function intervalSpoken(interval: Interval): string {
	const { amount, unit } = measure(interval);
	return `${amount} ${amount === 1 ? unit.spoken : `${unit.spoken}s`}`;
}

interface Unit {
	/** Seconds or days in one. */
	readonly size: number;
	/** From this many seconds or days on, the next unit is used. */
	readonly below: number;
	readonly spoken: string;
	readonly short: string;
	readonly shortPlural: string;
}

const HOUR = 3600;

const ofSeconds: readonly Unit[] = [
	{ size: 1, below: 60, spoken: 'second', short: 's', shortPlural: 's' },
	{ size: 60, below: HOUR, spoken: 'minute', short: 'min', shortPlural: 'min' },
	{ size: HOUR, below: Infinity, spoken: 'hour', short: 'h', shortPlural: 'h' },
];

const ofDays: readonly Unit[] = [
	{ size: 1, below: 30, spoken: 'day', short: 'day', shortPlural: 'days' },
	{ size: 30, below: 365, spoken: 'month', short: 'month', shortPlural: 'months' },
	{ size: 365, below: Infinity, spoken: 'year', short: 'year', shortPlural: 'years' },
];

/** The largest unit that is reached, to one decimal. Months are 30 days and years 365, as in Anki. */
function measure(interval: Interval): { amount: number; unit: Unit } {
	const [value, units] =
		'seconds' in interval ? [interval.seconds, ofSeconds] : [interval.days, ofDays];
	const unit = units.find(({ below }) => value < below);
	if (!unit) throw new Error(`No unit for an interval of ${value}`);
	return { amount: Math.round((value / unit.size) * 10) / 10, unit };
}
