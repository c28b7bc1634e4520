/// <reference lib="webworker" />
import { emptySentinel, type Sentinel } from '#lib/domain/safety/sentinel.ts';
import { catchUp } from './journal-catch-up.ts';
import { dropOtherGenerations, generationFolder, journalFolder } from './journal-folder.ts';
import type { JournalEntry } from './journal-line.ts';
import type { JournalMessage, JournalReply } from './journal-messages.ts';
import { tabLock, upkeepLock } from './journal-names.ts';
import { surveyJournal } from './journal-survey.ts';
import { JournalTab } from './journal-tab.ts';
import { keepUp } from './journal-upkeep.ts';
import { opfsSentinel } from './opfs-sentinel.ts';

/** The worker that keeps the second copy of the log: one for each tab. See `keep-journal.ts`. */

let folder: FileSystemDirectoryHandle | null = null;
let database = '';
let tab = '';
let open: { readonly file: JournalTab; readonly generation: number } | null = null;
let queue: Promise<void> = Promise.resolve();
/** Since something could not be written: what comes later would claim that it was. */
let isBehind = false;

self.onmessage = ({ data }: MessageEvent<JournalMessage>) => {
	queue = queue
		.then(() => act(data))
		.catch((error: unknown) => {
			isBehind = true;
			const reason = error instanceof Error ? error.message : String(error);
			reply({ tell: 'failed', reason });
		});
};

async function act(message: JournalMessage): Promise<void> {
	switch (message.act) {
		case 'open':
			return begin(message.database, message.tab);
		case 'follow':
			return follow(message.present);
		case 'event':
			return write([{ event: message.event }], message.present);
		case 'rows':
			return write(message.rows, message.present);
		case 'settle':
			return reply({ tell: 'settled', id: message.id });
	}
}

async function begin(name: string, ownTab: string): Promise<void> {
	database = name;
	tab = ownTab;
	await hold(tabLock(database, tab));
	try {
		folder = await journalFolder(database);
		reply({ tell: 'opened', seen: await opfsSentinel(folder) });
	} catch {
		reply({ tell: 'opened', seen: null });
	}
}

async function follow(present: Sentinel): Promise<void> {
	if (!folder) return;
	const root = folder;
	const file = await fileOf(root, present.generation);
	await navigator.locks.request(upkeepLock(database), async () => {
		const noted = isBehind ? emptySentinel : await opfsSentinel(root);
		const generation = await generationFolder(root, present.generation);
		const survey = await surveyJournal(generation);
		await catchUp({ database, folder: generation, tab: file, survey, present, noted });
		file.note(present);
		await dropOtherGenerations(root, present.generation);
		isBehind = false;
		await keepUp(generation, database);
	});
	reply({ tell: 'kept' });
}

async function write(entries: readonly JournalEntry[], present: Sentinel): Promise<void> {
	if (!folder || isBehind) return;
	const file = await fileOf(folder, present.generation);
	file.append(entries);
	file.note(present);
}

async function fileOf(root: FileSystemDirectoryHandle, generation: number): Promise<JournalTab> {
	if (open?.generation === generation) return open.file;
	open?.file.close();
	open = null;
	const file = await JournalTab.open(root, generation, tab);
	open = { file, generation };
	return file;
}

/** Until the worker ends. */
function hold(name: string): Promise<void> {
	return new Promise((granted, failed) => {
		navigator.locks
			.request(name, () => {
				granted();
				return new Promise<never>(() => undefined);
			})
			.catch(failed);
	});
}

function reply(message: JournalReply): void {
	self.postMessage(message);
}
