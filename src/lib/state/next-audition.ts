import { nextAudition, type Audition } from '#lib/domain/audition/audition.ts';
import { goalsInForce } from '#lib/domain/audition/daily-plan.ts';
import { daysOffOf } from '#lib/domain/audition/days-off.ts';
import { momentOf } from '#lib/domain/time/moment.ts';
import { daysBetween } from '#lib/domain/time/study-day.ts';
import type { App } from './app.svelte.ts';

/** The audition ahead, and what its plan says of it. */
export interface NextAudition {
	readonly audition: Audition;
	/** Study days from today; 0 on the day itself. */
	readonly daysLeft: number;
	/** Whether today has no study for it. */
	readonly isDayOff: boolean;
	/** In the room, by the plan: 0 to 1. Null while there is no plan, or no card. */
	readonly readiness: number | null;
	/** What is left of today's cards for it; null while there is no plan. */
	readonly minutesToday: number | null;
}

/** Reads what is kept of the plan, and no card. Null when no audition is ahead. */
export async function readNextAudition(app: App): Promise<NextAudition | null> {
	const now = app.now();
	const auditions = await app.store.auditions();
	const audition = nextAudition(auditions, now.at);
	if (!audition) return null;
	const [kept, { planned }] = await Promise.all([
		app.store.dailyPlan(),
		app.store.gather(null, now),
	]);
	const holds = goalsInForce(kept, auditions, now.studyDay, now.at) !== null;
	const goal = (holds && kept?.plan?.goals.find(({ id }) => id === audition.id)) || null;
	const cards = [...planned.values()].filter((card) => card.goal === audition.id);
	const seconds = cards.reduce((sum, card) => sum + card.seconds, 0);
	return {
		audition,
		daysLeft: daysBetween(
			now.studyDay,
			momentOf(app.clock, now.rolloverHour, audition.at).studyDay,
		),
		isDayOff: daysOffOf(audition, now.studyDay, now.studyDay).length > 0,
		readiness: goal && goal.cards > 0 ? goal.readiness.planned : null,
		minutesToday: goal && Math.ceil(seconds / 60),
	};
}
