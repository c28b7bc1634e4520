import type { StudySeconds } from '#lib/domain/programme/plan-input.ts';
import type { Counts } from '#lib/domain/queue/queue.ts';

/** Seconds that the cards of a day take, by the same times that plans go by; reviews are remembered as often as is aimed at. */
export function secondsFor(counts: Counts, each: StudySeconds, desiredRetention: number): number {
	const review = desiredRetention * each.remembered + (1 - desiredRetention) * each.forgotten;
	return counts.new * each.fresh + counts.learning * each.remembered + counts.review * review;
}
