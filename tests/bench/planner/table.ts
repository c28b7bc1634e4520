import { forgottenAt, type Comparison, type SettingResult } from './run-setting.ts';

export const head = [
	...[
		'cards',
		'days',
		'min a day',
		'plan: min',
		'peak',
		'forgets',
		'worst tenth',
		'±',
		'recalls +30',
	],
	...[
		'FSRS 0.9: min',
		'forgets',
		'plan then',
		'share',
		'of unlimited FSRS',
		'tuned last pass',
		'tuned FSRS',
		'weakest first',
	],
	...['every card: min', 'forgets', 'heap: plan', 'FSRS', 'bound'],
];

const percent = (share: number) => (Number.isFinite(share) ? (100 * share).toFixed(2) : '–');

/** Unknown where the plan was never run with so little effort. */
const ratio = (plan: number, other: number) =>
	Number.isFinite(plan) ? `${((100 * plan) / other).toFixed(0)} %` : '–';

/** The lines of one setting: one for each daily budget. `bounds`: least share forgotten for each, if known. */
export function linesOf(result: SettingResult, bounds: readonly (number | null)[]): string[][] {
	return result.comparisons.map((comparison, index) =>
		line(result, comparison, bounds[index] ?? null),
	);
}

function line(
	{ setting, fsrs, everyCard }: SettingResult,
	compared: Comparison,
	bound: number | null,
): string[] {
	const { plan, budgetMinutes, lastPass, weakest } = compared;
	const [own] = plan;
	const unlimited = fsrs.find(({ name }) => name === 'FSRS 0.90');
	if (!own || !unlimited) throw new Error('A setting was run without the plan or FSRS.');
	const then = forgottenAt(plan, compared.fsrs.minutes);
	const atUnlimited = forgottenAt(plan, unlimited.minutes);
	return [
		String(setting.cards),
		String(setting.days),
		budgetMinutes.toFixed(1),
		own.minutes.toFixed(1),
		own.peakMinutes.toFixed(1),
		percent(own.forgotten),
		percent(own.worstDecile),
		percent(own.error),
		percent(own.recallLater),
		compared.fsrs.minutes.toFixed(1),
		percent(compared.fsrs.forgotten),
		percent(then),
		ratio(then, compared.fsrs.forgotten),
		ratio(atUnlimited, unlimited.forgotten),
		percent(forgottenAt(lastPass, own.minutes)),
		percent(forgottenAt(fsrs, own.minutes)),
		percent(weakest.forgotten),
		everyCard.minutes.toFixed(0),
		percent(everyCard.forgotten),
		own.peakDueAfter.toFixed(0),
		compared.fsrs.peakDueAfter.toFixed(0),
		bound === null ? '–' : percent(bound),
	];
}
