import { percent } from '#lib/domain/statistics/percent.ts';
import { daysBetween, type StudyDay } from '#lib/domain/time/study-day.ts';
import type { PlanReason } from './plan.ts';
import { onDay } from './when-words.ts';

/** Why a card is due today, as the plan sees it: "Due today because it would be at 81% on Friday". */
export function reasonInWords(reason: PlanReason, today: StudyDay): string {
	switch (reason.kind) {
		case 'fresh':
			return daysBetween(today, reason.on) > 1
				? 'New today, so that there is time to see it again'
				: 'New: you have not learned it yet';
		case 'would-fall':
			return `Due today because it would be at ${percent(reason.retrievability)} ${whenOf(reason.on, today)}`;
		case 'relearn':
			return `Once more today: it would be at ${percent(reason.retrievability)} ${whenOf(reason.on, today)}`;
	}
}

function whenOf(day: StudyDay, today: StudyDay): string {
	return day <= today ? 'in the room' : onDay(day, today);
}
