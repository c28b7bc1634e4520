import { flushSync } from 'svelte';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Store } from '#lib/storage/store.ts';
import { article, bench, firstCard, rated, tab } from '#lib/storage/testing/testing-store.ts';
import { Live } from './live.svelte.ts';

/** What someone who looks at the query gets to see, one after the other. */
function watch<T>(live: Live<T>) {
	const seen: (T | undefined)[] = [];
	const leave = $effect.root(() => {
		$effect(() => void seen.push(live.current));
	});
	flushSync();
	onTestFinished(leave);
	return { seen, leave };
}

async function answers(store: Store): Promise<number> {
	return (await store.headInfo()).eventCount;
}

async function watching() {
	const on = await bench();
	await on.store.seed([article(3)]);
	const query = vi.fn(() => answers(on.store));
	const live = new Live(on.store, query);
	return { on, query, live };
}

test('nothing is asked before someone looks', async () => {
	const { on, query } = await watching();
	await rated(on, await firstCard(on), 3);
	expect(query).not.toHaveBeenCalled();
});

test('the first answer comes by itself, and is undefined until then', async () => {
	const { live } = await watching();
	const { seen } = watch(live);
	expect(seen).toEqual([undefined]);
	await expect.poll(() => seen).toEqual([undefined, 0]);
});

test('a commit of this tab is seen', async () => {
	const { on, live } = await watching();
	const { seen } = watch(live);
	await expect.poll(() => seen.at(-1)).toBe(0);
	await rated(on, await firstCard(on), 3);
	await expect.poll(() => seen.at(-1)).toBe(1);
});

test('a commit of another tab is seen', async () => {
	const { on, live } = await watching();
	const { seen } = watch(live);
	await expect.poll(() => seen.at(-1)).toBe(0);
	const other = await tab(on);
	await rated(other, await firstCard(other), 3);
	await expect.poll(() => seen.at(-1)).toBe(1);
});

test('it asks again when the page comes back into view', async () => {
	const { query, live } = await watching();
	watch(live);
	expect(query).toHaveBeenCalledOnce();
	document.dispatchEvent(new Event('visibilitychange'));
	expect(query).toHaveBeenCalledTimes(2);
});

test('it asks again each minute, since cards fall due by the clock alone', async () => {
	const { query, live } = await watching();
	vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
	onTestFinished(() => void vi.useRealTimers());
	const { leave } = watch(live);
	vi.advanceTimersByTime(59_999);
	expect(query).toHaveBeenCalledOnce();
	vi.advanceTimersByTime(1);
	expect(query).toHaveBeenCalledTimes(2);
	leave();
	await Promise.resolve();
	vi.advanceTimersByTime(600_000);
	expect(query).toHaveBeenCalledTimes(2);
});

test('it stops when nobody looks any more, and begins again when someone does', async () => {
	const { on, query, live } = await watching();
	const { seen, leave } = watch(live);
	await expect.poll(() => seen.at(-1)).toBe(0);
	leave();
	await Promise.resolve();
	await rated(on, await firstCard(on), 3);
	document.dispatchEvent(new Event('visibilitychange'));
	expect(query).toHaveBeenCalledOnce();
	const again = watch(live);
	await expect.poll(() => again.seen.at(-1)).toBe(1);
	expect(query).toHaveBeenCalledTimes(2);
});

test('two who look share one query', async () => {
	const { query, live } = await watching();
	const [one, other] = [watch(live), watch(live)];
	await expect.poll(() => [one.seen.at(-1), other.seen.at(-1)]).toEqual([0, 0]);
	expect(query).toHaveBeenCalledOnce();
});

/** Failures that reached nobody, as the layout hears of them. */
function unexpected() {
	const told: unknown[] = [];
	const hear = (event: PromiseRejectionEvent) => {
		event.preventDefault();
		event.stopImmediatePropagation();
		told.push(event.reason);
	};
	window.addEventListener('unhandledrejection', hear, { capture: true });
	onTestFinished(() => {
		window.removeEventListener('unhandledrejection', hear, { capture: true });
	});
	return told;
}

test('a failure is told as one that nobody expected, the last answer stands, and the next takes its place', async () => {
	const { on, query, live } = await watching();
	const told = unexpected();
	const { seen } = watch(live);
	await expect.poll(() => seen.at(-1)).toBe(0);
	const gone = new Error('The disk is gone.');
	query.mockRejectedValueOnce(gone);
	document.dispatchEvent(new Event('visibilitychange'));
	await expect.poll(() => told).toEqual([gone]);
	expect(seen).toEqual([undefined, 0]);
	await rated(on, await firstCard(on), 3);
	await expect.poll(() => seen.at(-1)).toBe(1);
});

test('an answer that was overtaken by a later one is dropped, a failure too', async () => {
	const on = await bench();
	const rounds: PromiseWithResolvers<string>[] = [];
	const live = new Live(on.store, () => {
		const round = Promise.withResolvers<string>();
		rounds.push(round);
		return round.promise;
	});
	const told = unexpected();
	const { seen } = watch(live);
	for (let again = 0; again < 2; again++) {
		document.dispatchEvent(new Event('visibilitychange'));
	}
	rounds[2]?.resolve('third');
	await expect.poll(() => seen.at(-1)).toBe('third');
	rounds[0]?.resolve('first');
	rounds[1]?.reject(new Error('second'));
	await new Promise((resolve) => setTimeout(resolve, 20));
	expect(seen).toEqual([undefined, 'third']);
	expect(told).toEqual([]);
});
