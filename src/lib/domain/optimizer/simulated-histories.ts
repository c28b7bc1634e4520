import type { Histories } from './histories.ts';
import { curveOf, intervalDays } from './curve.ts';
import { ModelStep } from './model-step.ts';
import { seededRandom } from './seeded-random.ts';

const DAY_MS = 86_400_000;

/**
 * A person whose memory is exactly this model, reviewing when due at a retention that varies from card to card,
 * now and then late, now and then twice a day: for tests and the bench.
 *
 * @param reviews how many at least
 */
export function simulatedHistories(
	truth: readonly number[],
	reviews: number,
	seed: number,
): Histories {
	const random = seededRandom(seed);
	const model = new ModelStep(truth);
	const curve = curveOf(truth[20] ?? 0);
	const starts = [0];
	const ratings: number[] = [];
	const gaps: number[] = [];
	const times: number[] = [];
	const add = (rating: number, gap: number, day: number) => {
		ratings.push(rating);
		gaps.push(gap);
		times.push(day * DAY_MS + ratings.length);
	};
	const passed = () => {
		const draw = random();
		return draw < 0.12 ? 2 : draw < 0.9 ? 3 : 4;
	};
	while (ratings.length < reviews) {
		const draw = random();
		let rating = draw < 0.3 ? 1 : draw < 0.4 ? 2 : draw < 0.9 ? 3 : 4;
		let day = Math.floor(random() * 400);
		const until = 2 + Math.floor(random() * 16);
		model.start(rating);
		add(rating, 0, day);
		for (let step = 1; step < until; step++) {
			if (rating === 1 || (step === 1 && rating < 4 && random() < 0.7)) {
				const recall = model.retrievability(0);
				rating = random() < 0.9 ? 3 : 1;
				model.next(0, rating, recall);
				add(rating, 0, day);
				continue;
			}
			const target = 0.75 + 0.22 * random();
			const late = random() < 0.2 ? 1 + random() : 1;
			const gap = Math.max(1, Math.round(intervalDays(curve, model.stability, target) * late));
			day += gap;
			if (day > 900) break;
			const recall = model.retrievability(gap);
			rating = random() < recall ? passed() : 1;
			model.next(gap, rating, recall);
			add(rating, gap, day);
		}
		starts.push(ratings.length);
	}
	return {
		starts: Int32Array.from(starts),
		ratings: Uint8Array.from(ratings),
		gaps: Float64Array.from(gaps),
		times: Float64Array.from(times),
	};
}
