import type { LogEvent, Outcome } from '#lib/domain/log/event.ts';

/** What an answer did beyond its interval; empty when nothing. */
export function toldOf(outcome: Outcome): string {
	if (!outcome.leech) return '';
	return outcome.suspended
		? 'That card keeps slipping away. It is tagged as a leech and suspended.'
		: 'That card keeps slipping away. It is tagged as a leech: a rewording may help.';
}

/** Which act was taken back. */
export function toldOfUndo(event: LogEvent): string {
	if (event.kind === 'review') return ['', 'Again', 'Hard', 'Good', 'Easy'][event.rating] ?? '';
	return event.kind === 'bury' ? 'bury' : 'suspend';
}
