import type { Result } from './simulate.ts';

/** A policy's results over all learners. */
export interface Point {
	readonly name: string;
	readonly minutes: number;
	readonly peakMinutes: number;
	/** Share of the cards not recalled on the day, for each learner. */
	readonly forgotten: readonly number[];
	readonly recallLater: number;
	readonly peakDueAfter: number;
}

export function pointOf(name: string, results: readonly Result[]): Point {
	const of = (key: keyof Result) => mean(results.map((result) => result[key]));
	return {
		name,
		minutes: of('minutes'),
		peakMinutes: of('peakMinutes'),
		forgotten: results.map(({ recall }) => 1 - recall),
		recallLater: of('recallLater'),
		peakDueAfter: of('peakDueAfter'),
	};
}

export function mean(numbers: readonly number[]): number {
	return numbers.reduce((a, b) => a + b, 0) / numbers.length;
}

/** Standard error of a mean. */
export function errorOf(numbers: readonly number[]): number {
	const middle = mean(numbers);
	const squares = numbers.reduce((sum, x) => sum + (x - middle) ** 2, 0);
	return Math.sqrt(squares / (numbers.length - 1) / numbers.length);
}

/** The worst tenth of the learners; the largest one of few. */
export function worstTenth(numbers: readonly number[]): number {
	const worst = [...numbers].sort((a, b) => b - a);
	return mean(worst.slice(0, Math.max(1, Math.round(worst.length / 10))));
}

/**
 * What each learner forgets by a tuned policy in so many minutes in the mean: on the lower hull of its points, and level
 * beyond its last. Null when it was never run in so few.
 */
export function forgottenAt(points: readonly Point[], minutes: number): readonly number[] | null {
	let best: readonly number[] | null = null;
	const offer = (forgotten: readonly number[]) => {
		if (!best || mean(forgotten) < mean(best)) best = forgotten;
	};
	for (const a of points) {
		if (a.minutes > minutes) continue;
		offer(a.forgotten);
		for (const b of points) {
			if (b.minutes <= minutes) continue;
			const part = (minutes - a.minutes) / (b.minutes - a.minutes);
			offer(a.forgotten.map((x, learner) => x + part * ((b.forgotten[learner] ?? 0) - x)));
		}
	}
	return best;
}

/** The ratio of two means over the same learners, and its standard error. */
export function ratioOf(
	some: readonly number[],
	others: readonly number[],
): { readonly ratio: number; readonly error: number } {
	const ratio = mean(some) / mean(others);
	const rests = some.map((x, learner) => x - ratio * (others[learner] ?? 0));
	return { ratio, error: errorOf(rests) / mean(others) };
}
