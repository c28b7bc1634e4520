import { confusions } from '#lib/domain/matching/confusion.ts';
import { mixUps, type MixUp } from '#lib/domain/statistics/speaker-confusions.ts';
import type { App } from '#lib/state/app.svelte.ts';
import type { Statistics } from './read-statistics.ts';

/** Which speakers were taken for one another in the span. */
export async function readMixUps(
	{ store }: App,
	{ span, count }: Pick<Statistics, 'span' | 'count'>,
): Promise<MixUp[]> {
	const { scope } = count;
	const events = (await store.confusions()).filter(
		({ studyDay, deckId }) =>
			studyDay >= span.from &&
			studyDay <= span.to &&
			(scope.kind !== 'deck' || deckId === scope.deckId),
	);
	const about = await store.statistics();
	const tag = scope.kind === 'tag' ? scope.tag : null;
	const speakers = await about.speakers([...new Set(events.map(({ cardId }) => cardId))], tag);
	return mixUps(confusions(events), (key) => speakers.get(key));
}
