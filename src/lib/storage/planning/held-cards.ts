import type { DailyPlan } from '#lib/domain/audition/daily-plan.ts';
import { heldBack } from '#lib/domain/audition/spread-after.ts';
import type { Card } from '#lib/domain/cards/card.ts';
import type { CardId } from '#lib/domain/cards/ids.ts';
import type { MemoryModel } from '#lib/domain/memory/fsrs.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import { addDays } from '#lib/domain/time/study-day.ts';
import type { DatedAudition, PlanBasis } from './plan-basis.ts';

const DAY_MS = 86_400_000;

interface HeldCards {
	/** Cards that auditions left overdue, and whose day has not come today. */
	readonly held: readonly CardId[];
	/** Those whose day will not have come tomorrow, once today's cards are done. */
	readonly heldTomorrow: readonly CardId[];
}

/**
 * Spreads what auditions left overdue. A day's share of it is settled in its morning, since doing it must not bring
 * more; an audition that is over since then adds its own.
 *
 * @param before the plan that was kept until now
 * @param planned the cards that the plan brings today
 */
export function heldCards(
	{ ahead, over }: Pick<PlanBasis, 'ahead' | 'over'>,
	cardsIn: (dated: DatedAudition) => readonly Card[],
	before: DailyPlan | null,
	planned: ReadonlySet<CardId>,
	{ at, studyDay }: Moment,
	model: MemoryModel,
): HeldCards {
	const covered = idsOf(ahead);
	const morning = before?.studyDay === studyDay && before.held.length > 0 ? before : null;
	const since = over.filter(
		({ audition }) => morning?.goals.some(({ id }) => id === audition.id) ?? true,
	);
	const held = new Set([
		...(morning?.held ?? []).filter((id) => !covered.has(id)),
		...since.flatMap((dated) => spread(dated, 0, (id) => !covered.has(id))),
	]);

	const tomorrow = addDays(studyDay, 1);
	const coveredThen = idsOf(ahead.filter(({ day }) => day >= tomorrow));
	const isLeft = (id: CardId) => held.has(id) || (covered.has(id) && !planned.has(id));
	const overThen = [...over, ...ahead.filter(({ day }) => day < tomorrow)];
	const heldTomorrow = overThen.flatMap((dated) =>
		spread(dated, 1, (id) => isLeft(id) && !coveredThen.has(id)),
	);
	return { held: [...held], heldTomorrow: [...new Set(heldTomorrow)] };

	function idsOf(auditions: readonly DatedAudition[]): Set<CardId> {
		return new Set(auditions.flatMap((dated) => cardsIn(dated).map(({ id }) => id)));
	}

	function spread(dated: DatedAudition, days: number, isIn: (id: CardId) => boolean): CardId[] {
		const left = cardsIn(dated).filter(({ id }) => isIn(id));
		return [...heldBack(left, dated.day, addDays(studyDay, days), at + days * DAY_MS, model)];
	}
}
