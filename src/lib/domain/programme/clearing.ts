const BINS = 192;
/** No second is worth more than this many cards. */
const HIGHEST = 1;

/** Offers of a day and the budget they compete for. */
export interface Market {
	/** @param index what it gains for a second */
	readonly offer: (index: number, seconds: number) => void;
	/** The price at which the budget is just taken, and the share of an offer that is accepted. */
	readonly clear: (budget: number) => {
		readonly price: number;
		readonly share: (index: number) => number;
	};
}

/**
 * Finds the price at which what is offered takes up a budget. Offers are counted in bins by the logarithm of what they
 * gain for a second; those in the bin where the budget ends get the same share.
 *
 * @param floor offers that gain less for a second are never taken
 */
export function clearing(floor: number): Market {
	const scale = BINS / Math.log(HIGHEST / floor);
	const binOf = (index: number) => Math.min(BINS - 1, Math.floor(Math.log(index / floor) * scale));
	const demand = new Float64Array(BINS);
	return {
		offer: (index, seconds) => {
			if (index < floor) return;
			const bin = binOf(index);
			demand[bin] = (demand[bin] ?? 0) + seconds;
		},
		clear: (budget) => {
			let left = budget;
			for (let bin = BINS - 1; bin >= 0; bin--) {
				const wanted = demand[bin] ?? 0;
				if (wanted <= left) {
					left -= wanted;
					continue;
				}
				const part = left / wanted;
				return {
					price: floor * Math.exp((bin + 1 - part) / scale),
					share: (index) => {
						if (index < floor) return 0;
						const place = binOf(index);
						return place > bin ? 1 : place === bin ? part : 0;
					},
				};
			}
			return { price: floor, share: (index) => (index < floor ? 0 : 1) };
		},
	};
}
