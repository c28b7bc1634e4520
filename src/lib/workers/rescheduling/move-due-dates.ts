/// <reference lib="webworker" />
import { countMovableDueDates, moveDueDates } from '#lib/storage/answering/reschedule-cards.ts';
import { failureWords } from '#lib/storage/database/failure-words.ts';
import { inWorkerContext } from '#lib/workers/replaying/worker-context.ts';
import type { MoveMessage, MoveReply, MoveRequest } from './ask-move.ts';

/** The worker that counts and moves due dates. Given up or ended before it is done, it changes nothing. */

let isGivenUp = false;

self.onmessage = ({ data }: MessageEvent<MoveMessage>) => {
	if (data === 'stop') {
		isGivenUp = true;
		return;
	}
	void act(data).then(
		(count) => reply({ tell: 'done', count }),
		(error: unknown) => {
			if (isGivenUp) reply({ tell: 'done', count: null });
			else reply({ tell: 'failed', reason: failureWords(error) });
		},
	);
};

function act({ database, moment, act }: MoveRequest): Promise<number> {
	const work = act === 'count' ? countMovableDueDates : moveDueDates;
	return inWorkerContext(database, moment.at, (context) => work(context, moment, told));
}

function told(done: number, of: number): void {
	if (isGivenUp) throw new Error('Given up.');
	reply({ tell: 'progress', done, of });
}

function reply(message: MoveReply): void {
	self.postMessage(message);
}
