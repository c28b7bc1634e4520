import { columnsOf } from '#lib/domain/log/columns-of.ts';
import { eventAt } from '#lib/domain/log/event-at.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import { LogColumns } from '#lib/domain/log/log-columns.ts';
import { packEvents, unpackInto } from '#lib/domain/log/segment.ts';
import type { SettingEntry } from '#lib/domain/merge/snapshot.ts';
import type { BackupFile } from './backup-file.ts';
import type { ReviewFile } from './backup-review.ts';
import { completeReviews, eventOf, isComplete } from './complete-reviews.ts';
import { looseProblems, placeProblems } from './review-problems.ts';

/** Events put into columns at once. */
const AT_ONCE = 4096;

/**
 * The reviews of a file, as they are read. Those that the app wrote say all that an event does and go straight into
 * columns; one that does not makes them all wait, to be put in order and completed together.
 */
export class ReviewsOfFile {
	readonly #log = new LogColumns();
	#waiting: LogEvent[] = [];
	#loose: ReviewFile[] | null = null;

	add(review: ReviewFile): void {
		if (this.#loose) this.#loose.push(review);
		else if (isComplete(review)) {
			this.#waiting.push(eventOf(review));
			if (this.#waiting.length === AT_ONCE) this.#settle();
		} else this.#loose = [...this.#settled(), review];
	}

	/** What they get wrong together, as sentences. */
	problems(file: BackupFile): string[] {
		if (this.#loose) return looseProblems(this.#loose, file);
		this.#settle();
		return placeProblems(this.#log);
	}

	/** The log, once there are no problems. */
	log(file: BackupFile, settings: readonly SettingEntry[]): LogColumns {
		if (this.#loose) return columnsOf(completeReviews(this.#loose, file.cards, settings));
		this.#settle();
		return this.#log;
	}

	#settle(): void {
		unpackInto(this.#log, packEvents(this.#waiting));
		this.#waiting = [];
	}

	#settled(): ReviewFile[] {
		this.#settle();
		return Array.from({ length: this.#log.length }, (_, place) => {
			const { at, ...event } = eventAt(this.#log, place);
			return { ...event, reviewedAt: at };
		});
	}
}
