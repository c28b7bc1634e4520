import { Adam, cosineAnnealing } from './adam.ts';
import type { Histories } from './histories.ts';
import { HistoryGradient } from './history-gradient.ts';
import { clipParameters, PARAMETERS, parameterRanges } from './parameter-range.ts';
import { seededRandom } from './seeded-random.ts';
import type { TrainingWeights } from './training-weights.ts';

export interface Training {
	/** What to start from, and what a parameter is drawn back to: w0 to w20. */
	readonly from: readonly number[];
	readonly relearningSteps: number;
	/** Told how much is done, 0 to 1. */
	readonly progress: (done: number) => void;
}

const EPOCHS = 5;
/** Reviews to a step. */
const BATCH = 512;
const LEARNING_RATE = 0.04;
const SEED = 2026;

/**
 * All parameters by gradient descent, as fsrs-rs does it: five times through the reviews in batches of some 512,
 * Adam with a learning rate that falls along a cosine, a pull to the start scaled by each parameter's spread.
 *
 * Where it differs: a batch is made of whole histories, so that each is gone through once and not once for each of
 * its reviews; and the last result is taken, not the best of five, since the learning rate ends at 0.
 */
export function train(log: Histories, weights: TrainingWeights, training: Training): number[] {
	const { from, relearningSteps, progress } = training;
	const model = new HistoryGradient(log, weights.weights);
	const order = historiesToLearnFrom(log, weights);
	const random = seededRandom(SEED);
	const adam = new Adam(PARAMETERS);
	const w = Float64Array.from(from);
	clipParameters(w, relearningSteps);
	const start = w.slice();

	const pull = new Float64Array(PARAMETERS);
	const pullBack = (share: number) => {
		for (let index = 0; index < PARAMETERS; index++) {
			const spread = parameterRanges[index]?.spread ?? 1;
			const away = ((w[index] ?? 0) - (start[index] ?? 0)) / spread;
			pull[index] = (2 * share * away) / spread;
		}
	};
	let seen = 0;
	const step = (reviews: number) => {
		pullBack(reviews / weights.count);
		const { gradient } = model;
		for (let index = 0; index < PARAMETERS; index++) {
			gradient[index] = (gradient[index] ?? 0) + (pull[index] ?? 0);
		}
		const done = seen / (weights.count * EPOCHS);
		adam.step(w, gradient, cosineAnnealing(LEARNING_RATE, done));
		clipParameters(w, relearningSteps);
		seen += reviews;
		progress(done);
		model.begin(w);
	};
	for (let epoch = 0; epoch < EPOCHS; epoch++) {
		shuffle(order, random);
		model.begin(w);
		let reviews = 0;
		for (const history of order) {
			model.addGradient(log.starts[history] ?? 0, weights.ends[history] ?? 0);
			reviews += weights.counts[history] ?? 0;
			if (reviews < BATCH) continue;
			step(reviews);
			reviews = 0;
		}
		if (reviews > 0) step(reviews);
	}
	progress(1);
	return [...w];
}

function historiesToLearnFrom({ starts }: Histories, { ends }: TrainingWeights): Int32Array {
	return Int32Array.from(ends.keys()).filter(
		(history) => (ends[history] ?? 0) > (starts[history] ?? 0),
	);
}

/** In place; Fisher and Yates's. */
function shuffle(values: Int32Array, random: () => number): void {
	for (let index = values.length - 1; index > 0; index--) {
		const other = Math.floor(random() * (index + 1));
		const value = values[index] ?? 0;
		values[index] = values[other] ?? 0;
		values[other] = value;
	}
}
