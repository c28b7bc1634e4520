import { describe, expect, test } from 'vitest';
import { acts, lived } from './failing-acts.ts';
import { failures, failWrite, type Failure } from './failing-write.ts';
import { allRows, bench, tab, type Bench } from './testing-store.ts';

/** More than any act takes. */
const MOST_WRITES = 200;

describe.each(failures)('a write that fails by %s', (failure) => {
	test.each(Object.keys(acts))(
		'at whatever place in %s: nothing is lost, nothing half there',
		async (name) => {
			const act = acts[name];
			if (!act) throw new Error(`There is no act ${name}.`);
			const elsewhere = { theirs: await theirs() };
			let on = await bench();
			await lived(on);
			const before = await everything(on);
			let n = 1;
			for (; n < MOST_WRITES; n++) {
				const outcome = await attempt(on, n, failure, () => act(on, elsewhere));
				if (failure === 'closed') {
					on.store.close();
					on = { ...(await tab(on)), clock: on.clock };
				}
				if (outcome === 'done') break;
				expect(await everything(on)).toEqual(before);
			}
			// The last time no write was left to fail: the act did something, after all those failures.
			expect(n).toBeGreaterThan(1);
			expect(n).toBeLessThan(MOST_WRITES);
			expect(await everything(on)).not.toEqual(before);
		},
	);
});

async function attempt(
	on: Bench,
	n: number,
	failure: Failure,
	act: () => Promise<unknown>,
): Promise<'done' | 'failed'> {
	const failing = failWrite(n, failure);
	try {
		await act();
		// Acknowledged, though one of its writes failed?
		expect(failing.writes()).toBeLessThan(n);
		return 'done';
	} catch (error) {
		if (failing.writes() < n) throw error;
		return 'failed';
	} finally {
		failing.repair();
	}
}

async function everything({ db }: Bench) {
	return { ...(await allRows(db)), meta: await db.meta.toArray() };
}

async function theirs() {
	const other = await bench();
	await lived(other);
	await other.store.changeSettings({ newPerDay: 2 });
	return other.store.exportAll();
}
