import { expect, onTestFinished, test } from 'vitest';
import { presentSentinel } from '#lib/storage/safety/present-sentinel.ts';
import { article, bench, question, rate, DECK } from '#lib/storage/testing/testing-store.ts';
import { ContentRows } from './content-rows.ts';
import { generationFolder, journalFolder } from './journal-folder.ts';
import type { JournalMessage, JournalReply } from './journal-messages.ts';
import { surveyJournal } from './journal-survey.ts';
import { opfsSentinel } from './opfs-sentinel.ts';

/** The worker as a tab has it, and what it told. */
function journal() {
	const worker = new Worker(new URL('./journal.ts', import.meta.url), { type: 'module' });
	onTestFinished(() => worker.terminate());
	const told: string[] = [];
	worker.onmessage = ({ data }: MessageEvent<JournalReply>) => told.push(data.tell);
	return { told, send: (message: JournalMessage) => worker.postMessage(message) };
}

test('after rows that could not be written none is claimed, until all are caught up with', async () => {
	const on = await bench();
	await on.store.seed([article(3)]);
	const { told, send } = journal();
	send({ act: 'open', database: on.name, tab: crypto.randomUUID() });
	const before = await presentSentinel(on.db);
	send({ act: 'follow', present: before });
	await on.store.saveNote({ ...question(1), tags: ['mine'] });
	// No JSON knows such a number.
	const unwritable = [{ table: 'notes', row: { stability: 1n } }] as const;
	send({ act: 'rows', rows: unwritable, present: await presentSentinel(on.db) });
	await on.store.saveNote({ ...question(2), tags: ['mine'] });
	const present = await presentSentinel(on.db);
	send({
		act: 'rows',
		rows: [{ table: 'notes', row: await on.db.notes.get(question(2).id) }],
		present,
	});
	send({ act: 'settle', id: 1 });
	await expect.poll(() => told).toEqual(['opened', 'kept', 'failed', 'settled']);
	const folder = await journalFolder(on.name);
	expect((await opfsSentinel(folder)).stamp).toBe(before.stamp);

	const [card] = await on.store.cardsOf(DECK);
	if (!card) throw new Error('No card.');
	await rate(on, card, 3);
	send({ act: 'follow', present: await presentSentinel(on.db) });
	await expect.poll(() => told.at(-1)).toBe('kept');
	const survey = await surveyJournal(await generationFolder(folder, present.generation));
	expect(new ContentRows(survey.rows).of('notes')).toEqual([
		await on.db.notes.get(question(1).id),
		await on.db.notes.get(question(2).id),
	]);
	expect(await opfsSentinel(folder)).toEqual(await presentSentinel(on.db));
});
