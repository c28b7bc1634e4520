/**
 * The items in random order; one with twice the weight is twice as likely to come first.
 * After Efraimidis and Spirakis, "Weighted random sampling with a reservoir" (2006).
 *
 * @param random gives numbers from 0 up to 1
 * @param weightOf above 0
 */
export function shuffle<Item>(
	items: readonly Item[],
	random: () => number,
	weightOf: (item: Item) => number = () => 1,
): Item[] {
	return items
		.map((item) => ({ item, place: Math.pow(random(), 1 / weightOf(item)) }))
		.sort((a, b) => b.place - a.place)
		.map(({ item }) => item);
}
