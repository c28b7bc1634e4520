import { errorOf, forgottenAt, mean, ratioOf, worstTenth } from './point.ts';
import type { Comparison, SettingResult } from './run-setting.ts';

export const head = [
	...['cards', 'days', 'study every', 'min a day', 'plan: min', 'peak', 'forgets', '±'],
	...['worst tenth', 'recalls +30', 'tuned last pass', 'plan against it', '±'],
	...['FSRS 0.9, limit: min', 'forgets', 'share', '±', 'FSRS 0.9: min', 'forgets', 'share', '±'],
	...['tuned FSRS', 'weakest first', 'every card: min', 'forgets', 'heap: plan', 'FSRS'],
	...['bound', 'bound, FSRS minutes'],
];

const percent = (share: number) => (Number.isFinite(share) ? (100 * share).toFixed(2) : '–');
const meanPercent = (numbers: readonly number[] | null) => (numbers ? percent(mean(numbers)) : '–');

/** A share with its error; unknown where the plan was never run with so little effort. */
function shareOf(some: readonly number[] | null, others: readonly number[]): string[] {
	if (!some) return ['–', '–'];
	const { ratio, error } = ratioOf(some, others);
	return [`${(100 * ratio).toFixed(0)} %`, (100 * error).toFixed(1)];
}

/** The line of one daily budget. */
export function lineOf({ fsrs, everyCard }: SettingResult, compared: Comparison): string[] {
	const { setting, plan, budgetMinutes, lastPass, weakest, bound } = compared;
	const [own] = plan;
	const unlimited = fsrs.find(({ name }) => name === 'FSRS 0.90');
	if (!own || !unlimited) throw new Error('A setting was run without the plan or FSRS.');
	const pass = forgottenAt(lastPass, own.minutes);
	const against = pass ? own.forgotten.map((x, learner) => x - (pass[learner] ?? 0)) : [];
	return [
		String(setting.cards),
		String(setting.days),
		String(setting.every ?? 1),
		budgetMinutes.toFixed(1),
		own.minutes.toFixed(1),
		own.peakMinutes.toFixed(1),
		meanPercent(own.forgotten),
		percent(errorOf(own.forgotten)),
		percent(worstTenth(own.forgotten)),
		percent(own.recallLater),
		meanPercent(pass),
		percent(mean(against)),
		percent(errorOf(against)),
		compared.fsrs.minutes.toFixed(1),
		meanPercent(compared.fsrs.forgotten),
		...shareOf(forgottenAt(plan, compared.fsrs.minutes), compared.fsrs.forgotten),
		unlimited.minutes.toFixed(1),
		meanPercent(unlimited.forgotten),
		...shareOf(forgottenAt(plan, unlimited.minutes), unlimited.forgotten),
		meanPercent(forgottenAt(fsrs, own.minutes)),
		meanPercent(weakest.forgotten),
		everyCard.minutes.toFixed(0),
		meanPercent(everyCard.forgotten),
		own.peakDueAfter.toFixed(0),
		compared.fsrs.peakDueAfter.toFixed(0),
		bound === null ? '–' : percent(bound.inAll),
		bound === null ? '–' : percent(bound.inFsrsMinutes),
	];
}
