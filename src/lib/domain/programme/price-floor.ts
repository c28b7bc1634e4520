/**
 * Cards recalled for a second of study. What gains less is left undone even when there is time: one more card in the room
 * for fifty minutes of study.
 */
export const PRICE_FLOOR = 1 / 3_000;
