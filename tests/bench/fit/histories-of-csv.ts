import type { Histories } from '#lib/domain/optimizer/histories.ts';
import { studyDayOf } from '#lib/domain/time/study-day.ts';

/** Reviews as `card_id,review_rating,review_time,…`, with a line of names first. A study day begins at 04:00 UTC. */
export function historiesOfCsv(text: string): Histories {
	const reviews = text
		.trim()
		.split('\n')
		.slice(1)
		.map((line) => {
			const [card = '', rating = '', time = ''] = line.split(',');
			return { card, rating: Number(rating), at: Date.parse(time) };
		})
		.sort((one, other) => one.at - other.at);
	const cards = new Map<string, typeof reviews>();
	for (const review of reviews) {
		const own = cards.get(review.card);
		if (own) own.push(review);
		else cards.set(review.card, [review]);
	}
	const starts = [0];
	const columns = { ratings: [] as number[], gaps: [] as number[], times: [] as number[] };
	for (const history of cards.values()) {
		let last: number | null = null;
		for (const { rating, at } of history) {
			const day = studyDayOf(at, 0, 4);
			columns.ratings.push(rating);
			columns.gaps.push(last === null ? 0 : day - last);
			columns.times.push(at);
			last = day;
		}
		starts.push(columns.times.length);
	}
	return {
		starts: Int32Array.from(starts),
		ratings: Uint8Array.from(columns.ratings),
		gaps: Float64Array.from(columns.gaps),
		times: Float64Array.from(columns.times),
	};
}
