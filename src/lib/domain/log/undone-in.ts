import type { EventId } from '#lib/domain/cards/ids.ts';
import type { LogColumns } from './log-columns.ts';
import { kindCode } from './segment-codes.ts';

/** For each place of a log whether some undo names its event: 1, or 0. */
export function undoneIn(log: LogColumns): Uint8Array {
	const undone = new Uint8Array(log.length);
	const named = new Set<EventId>();
	for (let place = 0; place < log.length; place++) {
		if (log.kinds[place] !== UNDO) continue;
		const step = log.steps[place] ?? 0;
		if (step >= 0) undone[step] = 1;
		else named.add((log.texts[-1 - step] ?? '') as EventId);
	}
	if (named.size === 0) return undone;
	for (let place = 0; place < log.length; place++) {
		if (named.has(log.idAt(place))) undone[place] = 1;
	}
	return undone;
}

const UNDO = kindCode('undo');
