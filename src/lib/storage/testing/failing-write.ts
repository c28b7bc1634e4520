import { vi } from 'vitest';

/**
 * How a write fails: its transaction aborts by itself, the disk is full, the browser does not know, or the
 * database is closed under it, as when a person clears the site's data.
 */
export const failures = ['AbortError', 'QuotaExceededError', 'UnknownError', 'closed'] as const;

export type Failure = (typeof failures)[number];

/** Lets the n-th write from now on (from 1) fail, and all its transaction with it. Returns the repair. */
export function failWrite(
	n: number,
	failure: Failure = 'AbortError',
): {
	readonly repair: () => void;
	readonly writes: () => number;
} {
	let writes = 0;
	const wrap =
		<Args extends unknown[], R>(original: (this: IDBObjectStore, ...args: Args) => R) =>
		(store: IDBObjectStore, args: Args): R => {
			const request = original.apply(store, args);
			if (++writes === n) fail(store.transaction, failure);
			return request;
		};
	const { prototype } = IDBObjectStore;
	/* eslint-disable @typescript-eslint/unbound-method -- `wrap` gives each its store */
	const [add, put, clear] = [wrap(prototype.add), wrap(prototype.put), wrap(prototype.clear)];
	const remove = wrap(prototype.delete);
	/* eslint-enable @typescript-eslint/unbound-method */
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
		vi.spyOn(prototype, 'delete').mockImplementation(function (this: IDBObjectStore, ...args) {
			return remove(this, args);
		}),
	];
	return {
		repair: () => {
			for (const spy of spies) spy.mockRestore();
		},
		writes: () => writes,
	};
}

/** Aborts the transaction with the error that the browser would give it. */
function fail(transaction: IDBTransaction, failure: Failure): void {
	const { db } = transaction;
	if (failure !== 'AbortError') {
		const name = failure === 'closed' ? 'InvalidStateError' : failure;
		const error = new DOMException(`The write failed: ${failure}.`, name);
		Object.defineProperty(transaction, 'error', { get: () => error });
	}
	transaction.abort();
	if (failure !== 'closed') return;
	db.close();
	db.dispatchEvent(new Event('close'));
}
