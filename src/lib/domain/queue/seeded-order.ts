import type { Card } from '#lib/domain/cards/card.ts';
import type { StudyDay } from '#lib/domain/time/study-day.ts';

/**
 * Reviews by due day, those of one day shuffled. The shuffle is seeded by card and study day: a reload
 * gives the same order, another day another one.
 */
export function seededOrder(cards: readonly Card[], today: StudyDay): Card[] {
	return cards
		.map((card) => ({ card, day: dueDay(card), seed: hash(`${card.id} ${today}`) }))
		.sort((a, b) => a.day - b.day || a.seed - b.seed || (a.card.id < b.card.id ? -1 : 1))
		.map(({ card }) => card);
}

function dueDay({ due }: Card): number {
	return due !== null && 'day' in due ? due.day : 0;
}

/** FNV-1a over UTF-16 units, with the last steps of MurmurHash3 so that like ids land far apart. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
	}
	value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
	value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
	return (value ^ (value >>> 16)) >>> 0;
}
