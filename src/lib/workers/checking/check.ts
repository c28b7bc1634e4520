/// <reference lib="webworker" />
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';
import { openDatabase } from '#lib/storage/database/open-database.ts';
import { checkCollection } from '#lib/storage/safety/check-collection.ts';
import { countMends, hasLoss, type CheckReport } from '#lib/storage/safety/check-report.ts';
import { mendCollection } from '#lib/storage/safety/mend-collection.ts';
import type { CheckReply, CheckRequest, CheckResult } from './ask-check.ts';
import { contentDifferences, mendContent, storedContent } from './content-differences.ts';

/** The worker of Check and repair. It is ended to give a check up. */

self.onmessage = ({ data }: MessageEvent<CheckRequest>) => {
	void check(data).then(reply, (error: unknown) => {
		reply({ tell: 'failed', reason: error instanceof Error ? error.message : String(error) });
	});
};

async function check({ database, mend }: CheckRequest): Promise<CheckReply> {
	const db = await openDatabase({ name: database });
	try {
		const stored = await storedContent(db);
		const progress = (done: number, of: number) => reply({ tell: 'progress', done, of });
		let report = await checkCollection(db, { progress });
		const differences = await contentDifferences(db, stored);
		const mends = mend && !hasLoss(report) && !report.moved;
		const records = mends ? await mendContent(db, differences) : 0;
		// Cards follow from notes, and are looked at again.
		if (records > 0) report = await checkCollection(db, { progress });
		return { tell: 'done', result: await result(db, report, differences.length, mends) };
	} finally {
		db.close();
	}
}

async function result(
	db: GreenRoomDatabase,
	report: CheckReport,
	records: number,
	mend: boolean,
): Promise<CheckResult> {
	const { events, damaged, missing, dangling, moved, mends } = report;
	const isAsked = mend && !moved && countMends(mends) > 0;
	const isMended = isAsked && (await mendCollection(db, report));
	return {
		events,
		damaged,
		missing,
		dangling,
		moved: moved || (isAsked && !isMended),
		cards: mends.cards.length + mends.strayCards.length,
		days: mends.days.length + mends.strayDays.length,
		counters: mends.devices.length,
		records,
		undo: mends.stack !== null,
		mended: isMended || (mend && records > 0),
	};
}

function reply(message: CheckReply): void {
	self.postMessage(message);
}
