import { causalOrder } from '#lib/domain/log/causal-order.ts';
import type { LogColumns } from '#lib/domain/log/log-columns.ts';
import type { BackupFile } from './backup-file.ts';
import type { ReviewFile } from './backup-review.ts';
import { twice } from './twice.ts';

/** What reviews that are not completed yet get wrong together. */
export function looseProblems(reviews: readonly ReviewFile[], { cards }: BackupFile): string[] {
	return [
		...twice(
			'review',
			reviews.map(({ id }) => id),
		),
		...twice('place in the log', placesOf(reviews)),
		...strays(reviews, cards),
	];
}

/** The same of a log: none of its events is without a deck. */
export function placeProblems(log: LogColumns): string[] {
	const inOrder = causalOrder(log);
	const byPlace = Int32Array.from({ length: log.length }, (_, place) => place);
	if (!isByPlace(log)) byPlace.sort((one, other) => comparePlaces(log, one, other));
	return [
		...repeated(inOrder, (one, other) => log.compareIds(one, other)).map(
			(place) => `The review ${log.idAt(place)} is there twice.`,
		),
		...repeated(byPlace, (one, other) => comparePlaces(log, one, other)).map(
			(place) => `The place in the log ${placeText(log, place)} is there twice.`,
		),
	];
}

function placesOf(reviews: readonly ReviewFile[]): string[] {
	return reviews.flatMap(({ device, sequence }) =>
		device === undefined || sequence === undefined ? [] : [`${device} ${sequence}`],
	);
}

/** Reviews of cards that are gone are kept, when they tell everything about themselves. */
function strays(reviews: readonly ReviewFile[], cards: BackupFile['cards']): string[] {
	const known = new Set(cards.map(({ id }) => id));
	return reviews
		.filter(({ deckId, cardId }) => deckId === undefined && !known.has(cardId))
		.map(
			({ id, cardId }) => `The review ${id} is of the card ${cardId}, which is not in the file.`,
		);
}

/** Of each run of equals the first. @param places in order */
function repeated(places: Int32Array, compare: (one: number, other: number) => number): number[] {
	const found: number[] = [];
	for (let index = 1; index < places.length; index++) {
		const [before = 0, place = 0] = [places[index - 1], places[index]];
		if (compare(before, place) === 0 && found.at(-1) !== before) found.push(place);
	}
	return found;
}

function isByPlace(log: LogColumns): boolean {
	for (let place = 1; place < log.length; place++) {
		if (comparePlaces(log, place - 1, place) > 0) return false;
	}
	return true;
}

function comparePlaces({ devices, sequences }: LogColumns, one: number, other: number): number {
	const byDevice = (devices[one] ?? 0) - (devices[other] ?? 0);
	return byDevice || (sequences[one] ?? 0) - (sequences[other] ?? 0);
}

function placeText({ texts, devices, sequences }: LogColumns, place: number): string {
	return `${texts[devices[place] ?? 0]} ${sequences[place]}`;
}
