import { vi } from 'vitest';

/** Lets the n-th write from now on (from 1) abort its transaction, as a full disk does. Returns the repair. */
export function failWrite(n: number): {
	readonly repair: () => void;
	readonly writes: () => number;
} {
	let writes = 0;
	const spies = (['add', 'put', 'delete', 'clear'] as const).map((name) => {
		const original = IDBObjectStore.prototype[name] as (...args: unknown[]) => IDBRequest;
		return vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (
			this: IDBObjectStore,
			...args: unknown[]
		) {
			const request = original.apply(this, args);
			if (++writes === n) queueMicrotask(() => this.transaction.abort());
			return request as never;
		});
	});
	return { repair: () => spies.forEach((spy) => spy.mockRestore()), writes: () => writes };
}
