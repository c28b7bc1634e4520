import { forgottenAt, runSetting, upperBound } from './run-setting.ts';
import type { Setting } from './simulate.ts';

/** One setting, told line by line. */
export function tell(setting: Setting, learners: number, shares: readonly number[]): void {
	const percent = (x: number) => (100 * x).toFixed(2);
	const result = runSetting(setting, learners, shares);
	const usual = result.fsrs[2];
	if (!usual) return;
	const line = (cells: readonly (string | number)[]) => console.log(`| ${cells.join(' | ')} |`);
	const { cards, days, isTrue } = setting;
	const head = [cards, days];
	line([
		...head,
		'FSRS 0.90',
		'–',
		usual.minutes.toFixed(1),
		usual.peakMinutes.toFixed(1),
		percent(usual.forgotten),
		percent(usual.worstDecile),
		percent(usual.recallLater),
		usual.peakDueAfter.toFixed(0),
		'',
	]);
	const all = result.everyCard;
	line([
		...head,
		'every card daily',
		'–',
		all.minutes.toFixed(1),
		all.peakMinutes.toFixed(1),
		percent(all.forgotten),
		percent(all.worstDecile),
		percent(all.recallLater),
		all.peakDueAfter.toFixed(0),
		'',
	]);
	for (const { budgetMinutes, plan, lastPass, weakest } of result.comparisons) {
		const [own] = plan;
		if (!own) continue;
		const pass = forgottenAt(lastPass, own.minutes);
		const atUsual = forgottenAt(plan, usual.minutes);
		const notes = [
			`last pass at equal minutes ${percent(pass)}`,
			`plan at FSRS's minutes ${percent(atUsual)} = ${((100 * atUsual) / usual.forgotten).toFixed(0)} %`,
			`tuned FSRS at equal minutes ${percent(forgottenAt(result.fsrs, own.minutes))}`,
			...(isTrue ? [`bound ${percent(1 - upperBound(setting, budgetMinutes, learners))}`] : []),
			`±${percent(own.error)}`,
		].join('; ');
		line([
			...head,
			'plan',
			budgetMinutes.toFixed(2),
			own.minutes.toFixed(1),
			own.peakMinutes.toFixed(1),
			percent(own.forgotten),
			percent(own.worstDecile),
			percent(own.recallLater),
			own.peakDueAfter.toFixed(0),
			notes,
		]);
		line([
			...head,
			'weakest first',
			budgetMinutes.toFixed(2),
			weakest.minutes.toFixed(1),
			weakest.peakMinutes.toFixed(1),
			percent(weakest.forgotten),
			percent(weakest.worstDecile),
			percent(weakest.recallLater),
			weakest.peakDueAfter.toFixed(0),
			'',
		]);
	}
}
