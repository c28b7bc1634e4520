import type { Card } from '#lib/domain/cards/card.ts';
import type { EventId } from '#lib/domain/cards/ids.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';
import type { DeviceRow } from '#lib/storage/database/device-row.ts';
import type { EventRow } from '#lib/storage/database/event-row.ts';
import type { TouchedRows } from './touched-rows.ts';

type StoredRows = { readonly [Name in keyof TouchedRows]: NonNullable<TouchedRows[Name]> };

/** An answer of this tab, and the rows around it. */
export interface RecentAnswer {
	readonly event: EventRow;
	readonly before: Pick<StoredRows, 'card'> & Pick<TouchedRows, 'day'>;
	readonly after: StoredRows;
}

export interface UndoableAnswer {
	readonly answer: RecentAnswer;
	/** As they are to be found. */
	readonly rows: StoredRows;
}

/** As many as a person takes back in a row. */
const KEPT = 20;

/**
 * The rows that the next answer or undo of this tab will touch, as they were last seen. Others may have changed
 * them since: whoever writes on the strength of them reads them beside it.
 */
export class KnownRows {
	#ahead: { readonly studyDay: StudyDay; readonly rows: TouchedRows } | null = null;
	#answers: readonly RecentAnswer[] = [];
	/** As this tab wrote it last. */
	#device: DeviceRow | undefined;

	/** Rows were read for an answer that is likely to come. */
	readAhead(studyDay: StudyDay, rows: TouchedRows): void {
		this.#ahead = { studyDay, rows };
	}

	/** What is known for an answer to a card. */
	forAnswer({ id, head, deckId }: Card, studyDay: StudyDay): TouchedRows | null {
		const ahead = this.#ahead;
		const card = ahead?.rows.card;
		const isOfIt = card?.id === id && card.head === head && card.deckId === deckId;
		return isOfIt && ahead?.studyDay === studyDay ? ahead.rows : null;
	}

	/** The answer that undo takes back next, and the rows as they stand. */
	forUndo(): UndoableAnswer | null {
		const answer = this.#answers.at(-1);
		const device = this.#device;
		if (!answer || device?.undoTop !== answer.event.sequence) return null;
		// Other parameters, or older events that came in since, would have made another card of it before.
		if (device.rulesVersion !== answer.after.device.rulesVersion) return null;
		return { answer, rows: { ...answer.after, device } };
	}

	/** An answer was committed. */
	answered(answer: RecentAnswer): void {
		this.#answers = [...this.#answers, answer].slice(-KEPT);
		this.#device = answer.after.device;
	}

	/** An undo was committed. */
	undone(id: EventId, device: DeviceRow): void {
		if (this.#answers.at(-1)?.event.id === id) this.#answers = this.#answers.slice(0, -1);
		this.#device = device;
	}
}
