import { causalOrder } from '#lib/domain/log/causal-order.ts';
import { eventAt } from '#lib/domain/log/event-at.ts';
import type { LogColumns } from '#lib/domain/log/log-columns.ts';
import { kindCode } from '#lib/domain/log/segment-codes.ts';
import { AsciiWriter } from './ascii-writer.ts';
import { reviewText } from './encode-backup.ts';
import { ReviewWriter } from './review-writer.ts';

/** Bytes after which a run is handed on. */
const RUN = 1 << 20;

/** What `backupPieces` wants of a whole log. @param progress told after each run how many events are written */
export function* reviewRuns(
	columns: LogColumns,
	progress: (done: number) => void = () => undefined,
): Generator<Uint8Array<ArrayBuffer> | string> {
	const into = new AsciiWriter();
	const reviews = new ReviewWriter(columns, into);
	for (const [done, place] of causalOrder(columns).entries()) {
		const text = written(place);
		if (text === '' && into.length < RUN) continue;
		if (into.length > 0) yield into.take();
		if (text !== '') yield text;
		progress(done + 1);
	}
	if (into.length > 0) yield into.take();
	progress(columns.length);

	/** Puts the event into the bytes, or gives its text where that is not ASCII. */
	function written(place: number): string {
		if (columns.kinds[place] === REVIEW && reviews.canWrite(place)) {
			separate();
			reviews.write(place);
			return '';
		}
		const text = reviewText(eventAt(columns, place));
		if (!isAscii(text)) return text;
		separate();
		into.reserve(text.length);
		into.text(text);
		return '';
	}

	function separate() {
		into.reserve(1);
		if (into.length > 0) into.text(',');
	}
}

const REVIEW = kindCode('review');

function isAscii(text: string): boolean {
	for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0x7f) return false;
	return true;
}
