import { defaultStudySeconds, type StudySeconds } from '#lib/domain/programme/plan-input.ts';
import type { DailyTotals } from '#lib/domain/statistics/daily-totals.ts';

/** Days whose answers tell how fast someone is, today included. */
export const PACE_DAYS = 30;
/** Fewer answers say little about anyone's pace. */
const ENOUGH_ANSWERS = 30;
/** What one answer takes in `defaultStudySeconds`, where a forgotten card is answered twice and a new one thrice. */
const DEFAULT_ANSWER_SECONDS = defaultStudySeconds.remembered;

/** How long cards take this person: the assumed times, stretched by the mean time of their answers. */
export function studyPace(
	totals: readonly Pick<DailyTotals, 'answers' | 'durationMs'>[],
): StudySeconds {
	const answers = totals.reduce((sum, day) => sum + day.answers, 0);
	const seconds = totals.reduce((sum, day) => sum + day.durationMs, 0) / 1000;
	if (answers < ENOUGH_ANSWERS) return defaultStudySeconds;
	const stretch = Math.min(4, Math.max(0.25, seconds / answers / DEFAULT_ANSWER_SECONDS));
	const { fresh, remembered, forgotten } = defaultStudySeconds;
	return {
		fresh: fresh * stretch,
		remembered: remembered * stretch,
		forgotten: forgotten * stretch,
	};
}
