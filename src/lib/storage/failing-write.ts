import { vi } from 'vitest';

/** Lets the n-th write from now on (from 1) abort its transaction, as a full disk does. Returns the repair. */
export function failWrite(n: number): {
	readonly repair: () => void;
	readonly writes: () => number;
} {
	let writes = 0;
	const wrap =
		<Args extends unknown[], R>(original: (this: IDBObjectStore, ...args: Args) => R) =>
		(store: IDBObjectStore, args: Args): R => {
			const request = original.apply(store, args);
			if (++writes === n) store.transaction.abort();
			return request;
		};
	const { prototype } = IDBObjectStore;
	// eslint-disable-next-line @typescript-eslint/unbound-method -- `wrap` gives each its store
	const [add, put, clear] = [wrap(prototype.add), wrap(prototype.put), wrap(prototype.clear)];
	const spies = [
		vi.spyOn(prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...args) {
			return add(this, args);
		}),
		vi.spyOn(prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
			return put(this, args);
		}),
		vi.spyOn(prototype, 'clear').mockImplementation(function (this: IDBObjectStore) {
			return clear(this, []);
		}),
	];
	return {
		repair: () => {
			for (const spy of spies) spy.mockRestore();
		},
		writes: () => writes,
	};
}
