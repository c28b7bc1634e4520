import { deleteDatabase } from '#lib/storage/database/delete-database.ts';
import { isDiskFull } from '#lib/storage/database/failure-words.ts';
import { isLockedOut } from '#lib/storage/database/is-locked-out.ts';
import { placeOf, type Place } from '#lib/storage/database/place.ts';
import { givesNothing } from './gives-nothing.ts';

/**
 * Restores where the database always was. One that can neither be replaced nor gives anything any more is deleted and
 * made anew; any other stays as it is when that fails, since events may be in it and nowhere else.
 *
 * @param replace puts what was gathered in the place of everything, all or nothing
 * @throws with words for the person: nothing that could be read is lost then
 */
export async function replaceInPlace(
	database: string,
	replace: (place: Place) => Promise<void>,
): Promise<void> {
	if (await isLockedOut(database)) {
		throw new Error(
			`This browser opens no database of this site any more, and has no other place for one. Save ${BY_FILE}`,
		);
	}
	const place = await placeOf(database);
	try {
		await replace(place);
	} catch (error) {
		if (isDiskFull(error)) throw error;
		if (!(await givesNothing(database))) {
			const reason = error instanceof Error ? error.message : String(error);
			throw new Error(`${reason} Try again. If it fails once more, save ${BY_FILE}`, {
				cause: error,
			});
		}
		await deleteDatabase(database);
		await replace(place);
	}
}

const BY_FILE =
	'what there is as a file, clear this site’s data in the browser’s settings, and restore the file.';
