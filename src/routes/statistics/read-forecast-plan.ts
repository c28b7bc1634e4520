import { goalsInForce } from '#lib/domain/audition/daily-plan.ts';
import type { Store } from '#lib/storage/store.ts';
import type { LongCount } from '#lib/storage/statistics/kept-statistics.ts';
import type { ForecastPlan } from './forecast-chart.ts';

/** What is kept of today's plan, if it is in force. */
export async function readForecastPlan(
	store: Pick<Store, 'dailyPlan' | 'auditions'>,
	{ today, now }: Pick<LongCount, 'today' | 'now'>,
): Promise<ForecastPlan | null> {
	const [kept, auditions] = await Promise.all([store.dailyPlan(), store.auditions()]);
	const goals = goalsInForce(kept, auditions, today, now);
	if (!kept?.plan || !goals) return null;
	const still = new Set(kept.heldTomorrow);
	return {
		days: goals.length > 0 ? kept.plan.days : [],
		held: kept.held.length,
		heldPerDay: kept.held.filter((id) => !still.has(id)).length,
	};
}
