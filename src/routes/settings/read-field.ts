import { parseSteps } from '#lib/domain/scheduling/steps.ts';

/** What a person typed, understood; or what is wrong with it, in a sentence. */
export type Reading<T> = { readonly value: T } | { readonly problem: string };

export function readWhole(least: number, most: number): (text: string) => Reading<number> {
	return (text) => {
		const value = Number(text);
		return /^\s*\d+\s*$/.test(text) && value >= least && value <= most
			? { value }
			: { problem: `Please enter a whole number from ${least} to ${most}.` };
	};
}

/** "90" and "90 %" alike. */
export function readPercent(least: number, most: number): (text: string) => Reading<number> {
	const read = readWhole(least, most);
	return (text) => read(text.replace('%', ''));
}

export function readSteps(text: string): Reading<readonly number[]> {
	const { seconds, problems } = parseSteps(text);
	const [first] = problems;
	return first ? { problem: first.message } : { value: seconds };
}
