import * as v from 'valibot';

/** A list that is not longer than a backup can sensibly hold. */
export function list<const Item extends v.GenericSchema>(item: Item, most: number) {
	return v.pipe(
		v.array(item, 'must be a list'),
		v.maxLength(most, `must not have more than ${most} entries`),
	);
}
