import { deckId } from '#lib/domain/cards/ids.ts';
import type { Choice } from './read-statistics.ts';
import { spanNames, type SpanName } from './spans.ts';

const periods: readonly string[] = ['day', 'week', 'month', 'year'] satisfies Choice['period'][];
const isSpan = (text: string): text is SpanName => Object.hasOwn(spanNames, text);
const isPeriod = (text: string): text is Choice['period'] => periods.includes(text);

/** What an address asks to see, "?deck=hedda&span=all&by=month"; what it doesn't say, or says wrongly, is as at first. */
export function choiceFrom(search: string): Choice {
	const asked = new URLSearchParams(search);
	const said = (name: string) => asked.get(name) ?? '';
	const [deck, tag, span, period] = [said('deck'), said('tag'), said('span'), said('by')];
	return {
		scope: deck
			? { kind: 'deck', deckId: deckId(deck) }
			: tag
				? { kind: 'tag', tag }
				: { kind: 'all' },
		span: isSpan(span) ? span : '30',
		from: said('from'),
		to: said('to'),
		period: isPeriod(period) ? period : 'auto',
	};
}

/** What the address says then: empty as at first. */
export function searchOf({ scope, span, from, to, period }: Choice): string {
	const said = new URLSearchParams();
	if (scope.kind === 'deck') said.set('deck', scope.deckId);
	if (scope.kind === 'tag') said.set('tag', scope.tag);
	if (span !== '30') said.set('span', span);
	if (span === 'dates') {
		if (from) said.set('from', from);
		if (to) said.set('to', to);
	}
	if (period !== 'auto') said.set('by', period);
	return said.size > 0 ? `?${said}` : '';
}
