import { createMemoryModel } from '#lib/domain/memory/fsrs.ts';
import { buildQueue } from '#lib/domain/queue/build-queue.ts';
import { choices } from '#lib/domain/scheduling/choices.ts';
import { afterAnswer, nextCard } from '#lib/domain/session/session.ts';
import { momentOf } from '#lib/domain/time/moment.ts';
import { CardReader } from '#lib/state/shown-card.ts';
import { openDatabase } from '#lib/storage/database/open-database.ts';
import { Store } from '#lib/storage/store.ts';

/**
 * Answers cards as the review screen does, but without a screen: choices, strict commit, queue, and the next
 * card with all that would be shown of it. After each answer the same rows are written barely.
 *
 * @param bareWrites gives the milliseconds it took
 */
async function storeAnswers(count: number, bareWrites: () => Promise<number>) {
	const clock = { now: () => Date.now(), utcOffsetMinutes: () => 0 };
	const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
	const store = new Store(await openDatabase(), clock, random);
	const settings = await store.settings();
	const model = createMemoryModel(settings.parameters);
	const reader = new CardReader(store);
	const begin = momentOf(clock, settings.rolloverHour);
	const gathered = await store.gather(null, begin);
	const doneToday = { new: 0, reviews: 0 };
	let queue = buildQueue({ ...gathered, doneToday }, gathered.limits, begin, settings);

	const next = async () => {
		const card = nextCard(queue, clock.now());
		const shown = card && 'id' in card ? await reader.show(card) : null;
		if (!shown) throw new Error('The deck is used up.');
		reader.expect([...queue.main.slice(0, 2), ...queue.learning.slice(0, 1)]);
		return shown;
	};

	const pairs = { acts: [] as number[], writes: [] as number[] };
	let shown = await next();
	for (let turn = 0; turn < count; turn++) {
		const { card } = shown;
		const start = performance.now();
		const moment = momentOf(clock, settings.rolloverHour);
		const rating = turn % 3 === 0 ? 3 : 1;
		const outcome = choices(card, moment, settings, model)[rating];
		const request = { card, moment, rating, outcome, durationMs: 4000, via: 'review' } as const;
		const answered = await store.answer(request);
		if (answered.kind === 'stale') throw new Error(`${card.id} has moved.`);
		queue = afterAnswer(queue, answered.card, moment, settings);
		shown = await next();
		pairs.acts.push(performance.now() - start);
		pairs.writes.push(await bareWrites());
	}
	store.close();
	return pairs;
}

Object.assign(window, { storeAnswers });
