/**
 * `green-room-backup-YYYY-MM-DD.json`, the day being the one on the person's wall.
 *
 * @param at milliseconds since 1970, UTC
 * @param utcOffsetMinutes minutes the wall clock is ahead of UTC
 */
export function backupFileName(at: number, utcOffsetMinutes: number): string {
	const day = new Date(at + utcOffsetMinutes * 60_000).toISOString().slice(0, 10);
	return `green-room-backup-${day}.json`;
}
