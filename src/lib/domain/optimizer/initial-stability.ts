import { curveOf, type Curve } from './curve.ts';
import type { FirstRecall } from './first-recalls.ts';
import { parameterRanges } from './parameter-range.ts';

/**
 * Stability after each first rating, w0 to w3: for each the one that makes the recalls after it likeliest, drawn a
 * little to the default. A worse rating never gets more than a better one, and a rating without reviews follows
 * its neighbours.
 *
 * @param defaults w0 to w20
 */
export function initialStabilities(
	groups: readonly FirstRecall[],
	defaults: readonly number[],
): number[] {
	const curve = curveOf(defaults[20] ?? 0);
	const recall = average(groups);
	const ratings = [1, 2, 3, 4].map((rating) => {
		const own = groups.filter((group) => group.rating === rating);
		const usual = defaults[rating - 1] ?? 1;
		const count = own.reduce((sum, group) => sum + group.count, 0);
		return { usual, count, fitted: count > 0 ? likeliest(own, usual, recall, curve) : null };
	});
	return inOrder(
		ratings.map(({ usual, fitted }, index) => fitted ?? usual * factorAt(index, ratings)),
		ratings.map(({ count }) => count),
	);
}

/**
 * Stabilities that never fall from Again to Easy: where one does, the rating with fewer reviews gives way.
 *
 * @param counts how many reviews each is known from
 */
export function inOrder(stabilities: readonly number[], counts: readonly number[]): number[] {
	const ordered = [...stabilities];
	for (const [low, high] of PAIRS) {
		const [worse = 0, better = 0] = [ordered[low], ordered[high]];
		if (worse <= better) continue;
		if ((counts[low] ?? 0) > (counts[high] ?? 0)) ordered[high] = worse;
		else ordered[low] = better;
	}
	return ordered;
}

const PAIRS = [
	[0, 1],
	[1, 2],
	[2, 3],
	[0, 2],
	[1, 3],
	[0, 3],
] as const;

interface Rating {
	readonly usual: number;
	readonly fitted: number | null;
}

/** How far this person is from the defaults at the nearest ratings that have reviews; 1 when none has. */
function factorAt(index: number, ratings: readonly Rating[]): number {
	const known = ratings.flatMap(({ usual, fitted }, place) =>
		fitted === null ? [] : [{ place, log: Math.log(fitted / usual) }],
	);
	const below =
		known.findLast(({ place }) => place < index) ?? known.find(({ place }) => place > index);
	const above = known.find(({ place }) => place > index) ?? below;
	if (!below || !above) return 1;
	const span = above.place - below.place;
	const share = span > 0 ? (index - below.place) / span : 0;
	return Math.exp(below.log + share * (above.log - below.log));
}

function average(groups: readonly FirstRecall[]): number {
	const count = groups.reduce((sum, group) => sum + group.count, 0);
	return count > 0 ? groups.reduce((sum, { recalled }) => sum + recalled, 0) / count : 1;
}

/** Golden-section search over the logarithm of stability; the loss has one valley. */
function likeliest(
	groups: readonly FirstRecall[],
	usual: number,
	averageRecall: number,
	curve: Curve,
): number {
	const { lowest = 0.001, highest = 100 } = parameterRanges[0] ?? {};
	// Plain columns: this is gone through some hundred times.
	const days = Float64Array.from(groups, (group) => group.days);
	const counts = Float64Array.from(groups, (group) => group.count);
	// As if one more review had come out as they do on average: no group is certain of anything.
	const shares = Float64Array.from(
		groups,
		({ count, recalled }) => (recalled + averageRecall) / (count + 1),
	);
	const loss = (logStability: number) => {
		const stability = Math.exp(logStability);
		let sum = Math.abs(stability - usual) / DRAW;
		for (let group = 0; group < days.length; group++) {
			const share = shares[group] ?? 0;
			const log = -curve.decay * Math.log(1 + (curve.factor * (days[group] ?? 0)) / stability);
			const loss = share * log + (1 - share) * Math.log(-Math.expm1(log));
			sum -= (counts[group] ?? 0) * loss;
		}
		return sum;
	};
	let [low, high] = [Math.log(lowest), Math.log(highest)];
	let [left, right] = [high - (high - low) * GOLDEN, low + (high - low) * GOLDEN];
	let [leftLoss, rightLoss] = [loss(left), loss(right)];
	while (high - low > CLOSE_ENOUGH) {
		if (leftLoss < rightLoss) {
			[high, right, rightLoss] = [right, left, leftLoss];
			left = high - (high - low) * GOLDEN;
			leftLoss = loss(left);
		} else {
			[low, left, leftLoss] = [left, right, rightLoss];
			right = low + (high - low) * GOLDEN;
			rightLoss = loss(right);
		}
	}
	return Math.exp((low + high) / 2);
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** Days away from the default that weigh as much as one nat of log-likelihood; as in fsrs-rs. */
const DRAW = 16;
/** Of the logarithm: a thousandth of the stability, which learning then goes on from. */
const CLOSE_ENOUGH = 1e-3;
