import { judgeFit } from '#lib/domain/optimizer/judge-fit.ts';
import { openDatabase } from '#lib/storage/database/open-database.ts';
import type { FitAnswer, FitRequest } from './fit-message.ts';
import { readHistories } from './read-histories.ts';

/** A worker: a `FitRequest` comes in, progress and at last a verdict goes out. To cancel it, end it. */
addEventListener('message', ({ data }: MessageEvent<FitRequest>) => {
	void oneAtATime(data).catch((cause: unknown) => {
		tell({ kind: 'failed', reason: cause instanceof Error ? cause.message : String(cause) });
	});
});

/** Another tab may be at it already: twice the same work would only be slower. */
function oneAtATime(request: FitRequest): Promise<void> {
	return navigator.locks.request(`${request.database} fit`, { ifAvailable: true }, async (lock) => {
		if (lock === null) tell({ kind: 'busy' });
		else await fit(request);
	});
}

async function fit({ database, parameters, relearningSteps }: FitRequest): Promise<void> {
	const db = await openDatabase({ name: database });
	const histories = await readHistories(db, sparingly('reading')).finally(() => db.close());
	const progress = sparingly('fitting');
	tell({
		kind: 'verdict',
		verdict: judgeFit(histories, { parameters, relearningSteps, progress }),
	});
}

/** Tells of each further hundredth, not of each step. */
function sparingly(part: 'reading' | 'fitting'): (done: number) => void {
	let told = -1;
	return (done) => {
		const percent = Math.floor(done * 100);
		if (percent === told) return;
		told = percent;
		tell({ kind: 'progress', part, done: percent / 100 });
	};
}

function tell(answer: FitAnswer): void {
	postMessage(answer);
}
