/** A word of a step text that is no step, and what is wrong with it. */
export interface StepProblem {
	readonly word: string;
	readonly message: string;
}

export interface ParsedSteps {
	readonly seconds: readonly number[];
	/** Empty when the whole text was understood. */
	readonly problems: readonly StepProblem[];
}

/**
 * Reads steps as a person writes them: "1m 10m 1d 30s 1.5h". A bare number is minutes. An empty text is no
 * steps. Each step lasts from one second to a year.
 */
export function parseSteps(text: string): ParsedSteps {
	const seconds: number[] = [];
	const problems: StepProblem[] = [];
	for (const word of text.split(/[,;]?\s+/).filter((word) => word !== '')) {
		const step = readStep(word);
		if (typeof step === 'number') seconds.push(step);
		else problems.push({ word, message: step.message });
	}
	return { seconds, problems };
}

/** Writes steps so that `parseSteps` reads the same: each in its largest whole unit. */
export function formatSteps(stepsSeconds: readonly number[]): string {
	return stepsSeconds.map(formatStep).join(' ');
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };
const LONGEST_SECONDS = 365 * 86_400;

function readStep(word: string): number | { message: string } {
	const [, amount, unit] = /^(\d+(?:\.\d+)?)([smhd]?)$/i.exec(word) ?? [];
	if (amount === undefined || unit === undefined) {
		return { message: `“${word}” is not a step. Write 30s, 10m, 1.5h or 1d.` };
	}
	const seconds = Math.round(Number(amount) * (SECONDS[unit.toLowerCase()] ?? 60));
	if (seconds < 1) return { message: `“${word}” is too short. A step lasts at least 1s.` };
	if (seconds > LONGEST_SECONDS) {
		return { message: `“${word}” is too long. A step lasts at most 365d.` };
	}
	return seconds;
}

function formatStep(seconds: number): string {
	for (const unit of ['d', 'h', 'm']) {
		const size = SECONDS[unit] ?? 1;
		if (seconds >= size && seconds % size === 0) return `${seconds / size}${unit}`;
	}
	return `${seconds}s`;
}
