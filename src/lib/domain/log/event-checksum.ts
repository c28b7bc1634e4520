import { crc32Number } from './crc32.ts';
import type { Interval, LogEvent } from './event.ts';

/**
 * CRC-32 of everything an event says, as a whole number from 0 to 2^32 − 1. It depends on the event alone,
 * not on the order of its fields or on how a device stores it. Takes microseconds: every answer waits for it.
 */
export function eventChecksum(event: LogEvent): number {
	return crc32Number(canonicalText(event));
}

/** Fields in a fixed order, one a line. */
function canonicalText(event: LogEvent): string {
	const { id, device, sequence, at, utcOffsetMinutes, rolloverHour, studyDay } = event;
	const place = `${id}\n${device}\n${sequence}\n${event.cardId}\n${event.deckId}\n${event.kind}`;
	const moment = `${at}\n${utcOffsetMinutes}\n${rolloverHour}\n${studyDay}`;
	return `${place}\n${moment}\n${details(event)}`;
}

function details(event: LogEvent): string {
	switch (event.kind) {
		case 'review': {
			const { rating, durationMs, from, via, outcome } = event;
			const { state, stepsLeft, leech, suspended } = outcome;
			const after = `${state}\n${stepsLeft}\n${interval(outcome.interval)}\n${leech}\n${suspended}`;
			return `${rating}\n${durationMs}\n${from}\n${via}\n${after}`;
		}
		case 'practice': {
			const { drill, rating, durationMs, confusedWith } = event;
			const speaker = confusedWith === null ? '' : `=${confusedWith}`;
			return `${drill}\n${rating}\n${durationMs}\n${speaker}`;
		}
		case 'undo':
			return event.undoes;
		case 'reschedule':
			return `${event.day}`;
		case 'bury':
			return `${event.through}`;
		case 'reset':
		case 'suspend':
		case 'unsuspend':
			return '';
	}
}

function interval(value: Interval): string {
	return 'seconds' in value ? `${value.seconds} s` : `${value.days} d`;
}
