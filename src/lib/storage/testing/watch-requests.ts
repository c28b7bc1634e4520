import { onTestFinished, vi } from 'vitest';

const kinds = ['get', 'getAll', 'put', 'add', 'delete'] as const;

/**
 * Watches the requests of transactions that write, up to the first that is answered: those went out together.
 *
 * @returns `stop` gives their kinds, in order
 */
export function watchRequests(): { readonly stop: () => readonly string[] } {
	const sent: string[] = [];
	let isAnswered = false;
	const stores = kinds.map((kind) => spyOn(IDBObjectStore.prototype, kind));
	const indexes = [spyOn(IDBIndex.prototype, 'get'), spyOn(IDBIndex.prototype, 'getAll')];
	const stop = () => {
		for (const spy of [...stores, ...indexes]) spy.mockRestore();
		return sent;
	};
	onTestFinished(() => void stop());
	return { stop };

	function spyOn<Kind extends string>(prototype: Record<Kind, Ask>, kind: Kind) {
		const original = prototype[kind];
		return vi.spyOn(prototype as Record<string, Ask>, kind).mockImplementation(function (
			this: unknown,
			...args
		) {
			const request = original.apply(this, args);
			if (request.transaction?.mode !== 'readwrite') return request;
			if (!isAnswered) sent.push(kind);
			request.addEventListener('success', () => (isAnswered = true));
			return request;
		});
	}
}

type Ask = (this: unknown, ...args: never[]) => IDBRequest;
