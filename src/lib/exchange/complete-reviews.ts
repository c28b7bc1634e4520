import type { CardId, DeckId, DeviceId, EventId } from '#lib/domain/cards/ids.ts';
import type { LogEvent } from '#lib/domain/log/event.ts';
import { replay } from '#lib/domain/log/replay.ts';
import { createMemoryModel } from '#lib/domain/memory/fsrs.ts';
import type { SettingEntry } from '#lib/domain/merge/snapshot.ts';
import { choices } from '#lib/domain/scheduling/choices.ts';
import { settingsOf } from '#lib/domain/settings/settings-of.ts';
import type { Moment } from '#lib/domain/time/moment.ts';
import { studyDayOf } from '#lib/domain/time/study-day.ts';
import type { ReviewFile } from './backup-review.ts';
import type { BackupFile } from './backup-file.ts';
import { chronologicalIds } from './chronological-ids.ts';

/** Stands for the program that wrote a file without saying on which device. */
const RESTORED_DEVICE = 'restored' as DeviceId;

/**
 * The log of a file of another program, which knows only the documented fields: reviews are put in order and
 * answered anew by our own scheduling: each card then stands where it would, had it been reviewed here.
 */
export function completeReviews(
	reviews: readonly ReviewFile[],
	cards: BackupFile['cards'],
	settings: readonly SettingEntry[],
): LogEvent[] {
	const options = settingsOf(settings);
	const model = createMemoryModel(options.parameters);
	const deckOf = new Map(cards.map(({ id, deckId }) => [id, deckId]));
	const ordered = reviews.toSorted((a, b) => a.reviewedAt - b.reviewedAt);
	const ids = chronologicalIds(ordered);
	const before = new Map<CardId, LogEvent[]>();
	let sequence = lastSequence(reviews, RESTORED_DEVICE);
	return ordered.map((review) => {
		const earlier = before.get(review.cardId) ?? [];
		const event = eventOf(completed(review, earlier));
		before.set(review.cardId, [...earlier, event]);
		return event;
	});

	function completed(review: ReviewFile, earlier: readonly LogEvent[]): CompleteReview {
		const moment = momentOf(review, options.rolloverHour);
		const placed = {
			...review,
			...moment,
			id: ids.get(review.id) ?? review.id,
			deckId: review.deckId ?? deckOf.get(review.cardId) ?? NO_DECK,
			...placeOf(review),
		};
		if (placed.kind === 'undo')
			return { ...placed, undoes: ids.get(placed.undoes) ?? placed.undoes };
		if (placed.kind !== 'review') return placed;
		const progress = replay(earlier, model);
		const choice = () =>
			choices({ id: review.cardId, ...progress }, moment, options, model)[placed.rating];
		return {
			...placed,
			from: placed.from ?? progress.state,
			outcome: placed.outcome ?? choice(),
		};
	}

	function placeOf({ device, sequence: known }: ReviewFile) {
		return device !== undefined && known !== undefined
			? { device, sequence: known }
			: { device: RESTORED_DEVICE, sequence: ++sequence };
	}
}

/** Never stored: a review without a deck is of a card in the file, or the file is refused. */
const NO_DECK = '' as DeckId;

interface Placed extends Omit<Moment, 'at'> {
	readonly id: EventId;
	readonly deckId: DeckId;
	readonly device: DeviceId;
	readonly sequence: number;
}

type Completed<R> = R extends { readonly kind: 'review' }
	? R & Placed & Required<Pick<R, Extract<keyof R, 'from' | 'outcome'>>>
	: R & Placed;

/** A review that says everything an event does. */
type CompleteReview = Completed<ReviewFile>;

export function isComplete(review: ReviewFile): review is CompleteReview {
	const isAnswered =
		review.kind !== 'review' || (review.from !== undefined && review.outcome !== undefined);
	return (
		isAnswered &&
		review.deckId !== undefined &&
		review.device !== undefined &&
		review.sequence !== undefined &&
		review.rolloverHour !== undefined &&
		review.studyDay !== undefined
	);
}

export function eventOf({ reviewedAt, ...event }: CompleteReview): LogEvent {
	return { ...event, at: reviewedAt } as LogEvent;
}

function momentOf(review: ReviewFile, rolloverHour: number): Moment {
	const { reviewedAt: at, utcOffsetMinutes } = review;
	const hour = review.rolloverHour ?? rolloverHour;
	const studyDay = review.studyDay ?? studyDayOf(at, utcOffsetMinutes, hour);
	return { at, utcOffsetMinutes, rolloverHour: hour, studyDay };
}

function lastSequence(reviews: readonly ReviewFile[], of: DeviceId): number {
	return reviews.reduce(
		(last, { device, sequence }) => (device === of ? Math.max(last, sequence ?? 0) : last),
		0,
	);
}
