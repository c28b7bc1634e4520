/// <reference lib="webworker" />
import { openDatabase } from '#lib/storage/database/open-database.ts';
import { checkCollection } from '#lib/storage/safety/check-collection.ts';
import { countMends, hasLoss } from '#lib/storage/safety/check-report.ts';
import { mendCollection } from '#lib/storage/safety/mend-collection.ts';
import type { CheckReply, CheckRequest } from './ask-check.ts';

/** The worker of Check and repair. It is ended to give a check up. */

self.onmessage = ({ data }: MessageEvent<CheckRequest>) => {
	void check(data).then(reply, (error: unknown) => {
		reply({ tell: 'failed', reason: error instanceof Error ? error.message : String(error) });
	});
};

async function check({ database, mend }: CheckRequest): Promise<CheckReply> {
	const db = await openDatabase({ name: database });
	try {
		const report = await checkCollection(db, {
			progress: (done, of) => reply({ tell: 'progress', done, of }),
		});
		const { events, damaged, missing, dangling, moved, mends } = report;
		const wrong = countMends(mends);
		const mended = mend && wrong > 0 && !hasLoss(report) && !moved;
		const isMended = mended && (await mendCollection(db, report));
		return {
			tell: 'done',
			result: {
				events,
				damaged,
				missing,
				dangling,
				moved: moved || (mended && !isMended),
				cards: mends.cards.length + mends.strayCards.length,
				days: mends.days.length + mends.strayDays.length,
				counters: mends.devices.length,
				mended: isMended,
			},
		};
	} finally {
		db.close();
	}
}

function reply(message: CheckReply): void {
	self.postMessage(message);
}
