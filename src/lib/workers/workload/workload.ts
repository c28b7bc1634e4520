import { simulateWorkload } from '#lib/domain/workload/simulate-workload.ts';
import { openDatabase } from '#lib/storage/database/open-database.ts';
import { readWorkload } from '#lib/storage/statistics/read-workload.ts';
import type { WorkloadAnswer, WorkloadRequest } from './workload-message.ts';

/** A worker: a `WorkloadRequest` comes in, a `WorkloadAnswer` goes out. */
addEventListener('message', ({ data }: MessageEvent<WorkloadRequest>) => {
	void answer(data)
		.catch((cause: unknown): WorkloadAnswer => ({
			kind: 'failed',
			reason: cause instanceof Error ? cause.message : String(cause),
		}))
		.then((told) => postMessage(told));
});

async function answer({ database, settings, today }: WorkloadRequest): Promise<WorkloadAnswer> {
	const db = await openDatabase({ name: database });
	const input = await readWorkload(db, settings, today).finally(() => db.close());
	const { seconds, isOwn, decks } = input;
	const cards = decks.reduce((sum, { known, fresh }) => sum + known + fresh, 0);
	const points = cards > 0 ? simulateWorkload(input) : [];
	return { kind: 'workload', workload: { points, cards, seconds, isOwn } };
}
