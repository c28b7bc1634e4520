import { expect } from 'vitest';
import type { EventDraft } from '#lib/domain/log/event.ts';
import { edited } from '#lib/domain/merge/record.ts';
import { makeDailyPlan } from '#lib/storage/planning/make-daily-plan.ts';
import type { Pair } from './pair.ts';

/** Promises that moved less stay as they were. */
const NOTICED = 0.005;

/** Has the day planned: of cards that are there, with what it promises told of each audition, and no event. */
export async function plan({ real, plain }: Pair): Promise<EventDraft[]> {
	const moment = await real.moment();
	const before = await real.store.dailyPlan();
	await real.store.refreshPlan(moment, (_, db) => makeDailyPlan(db, () => real.offset, moment));
	const made = await real.store.dailyPlan();
	// One that still holds is not made again.
	const isNew = JSON.stringify(made) !== JSON.stringify(before);
	expect(made?.problem ?? null).toBeNull();
	const there = plain.cards().filter(({ suspended }) => !suspended);
	const asked = made?.plan?.today.map(({ id }) => id) ?? [];
	if (isNew) expect(there.map(({ id }) => id)).toEqual(expect.arrayContaining(asked));
	const promised = (isNew ? (made?.plan?.goals ?? []) : []).flatMap(({ id, cards, readiness }) => {
		const record = plain.auditions.get(id);
		const predicted = Math.round(readiness.planned * 1000) / 1000;
		const known = record?.value.predicted ?? -1;
		return record && cards > 0 && Math.abs(known - predicted) >= NOTICED
			? [{ record, predicted }]
			: [];
	});
	if (promised.length > 0) {
		const stamp = plain.stampAt(real.at);
		for (const { record, predicted } of promised)
			plain.auditions.set(record.value.id, edited(record, { predicted }, stamp));
	}
	return [];
}
