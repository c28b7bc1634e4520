/** Seeded numbers: the same seed gives the same learner on every machine. */
export interface Random {
	/** From 0 up to 1. */
	next(): number;
	/** Standard normal. */
	normal(): number;
}

/** Mulberry32, a public-domain generator by Tommy Ettinger; normals by Box and Muller. */
export function random(seed: number): Random {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), state | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
	return {
		next,
		normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
	};
}
