/**
 * Does what only one tab may do at a time: a migration, a backup, a restore, planning. Waits until no other
 * tab or worker does something of the same name. Where there are no Web Locks, as in Node, it is just done.
 */
export async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
	if (typeof navigator === 'undefined' || !('locks' in navigator)) return work();
	return navigator.locks.request(name, work);
}
