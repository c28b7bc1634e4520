/**
 * Does what only one tab may do at a time: a migration, a backup, a restore, planning. Waits until no other
 * tab or worker does something of the same name. Browsers without Web Locks just do it.
 */
export async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
	if (!('locks' in navigator)) return work();
	return navigator.locks.request(name, work);
}
