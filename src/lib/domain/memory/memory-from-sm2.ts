import type { Memory } from '#lib/domain/cards/card.ts';

/**
 * The memory that a card of the SM-2 algorithm (Anki before FSRS) must have had to be given its interval and
 * ease: what an import starts from where there is no review log. As fsrs-rs's `memory_state_from_sm2`.
 *
 * @param parameters w0 to w20
 * @param ease 2.5 for Anki's 250 %
 * @param retention share of cards remembered under the old scheduler, 0 to 1
 */
export function memoryFromSm2(
	parameters: readonly number[],
	ease: number,
	intervalDays: number,
	retention: number,
): Memory {
	const w = (index: number) => parameters[index] ?? NaN;
	const power = -1 / w(20);
	const stability = Math.max(
		0.001,
		(Math.max(intervalDays, 0.001) * (0.9 ** power - 1)) / (retention ** power - 1),
	);
	const growth = Math.exp(w(8)) * stability ** -w(9) * Math.expm1(w(10) * (1 - retention));
	return { stability, difficulty: Math.min(Math.max(11 - (ease - 1) / growth, 1), 10) };
}
