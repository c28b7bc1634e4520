import { expect, type Page } from '@playwright/test';

/** What the app does between its start and the first card, in that order. */
export const steps = [
	'looking', // whether there is anything to upgrade
	'copying', // a worker writes the backup
	'copied', // it has just said so
	'upgrading', // the browser's own transaction has begun
	'writing', // some of its rows are written
	'upgraded', // it has just been committed
	'seeding', // the built-in deck is being stored
	'any moment', // of the first seconds
] as const;

export type Step = (typeof steps)[number];

/** As long as copying a row takes, and as the whole start. */
const COPYING_MS = 0.4;
const START_MS = 4000;

/**
 * Makes the page stand still when it has come to a step.
 *
 * @param share 0 to 1: where within the step, if it takes its time
 * @param writes how many rows the upgrade writes
 * @returns what waits until it stands still
 */
export async function haltAt(
	page: Page,
	step: Step,
	share: number,
	writes: number,
): Promise<() => Promise<void>> {
	if (step === 'any moment') return () => pause(share * START_MS);
	let halted = false;
	// Never answered: who asked waits.
	await page.route('**/halted', () => {
		halted = true;
	});
	const nth = 1 + Math.floor(share * (writes - 1));
	await page.addInitScript(watch, { step, nth, delayMs: share * writes * COPYING_MS });
	return () =>
		expect.poll(() => halted, { message: step, intervals: [5], timeout: 60_000 }).toBe(true);
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** In the page, before any code of the app: stands between it and the browser, and looks on. */
function watch(wanted: { readonly step: Step; readonly nth: number; readonly delayMs: number }) {
	const halt = (step: Step) => {
		if (step !== wanted.step) return;
		// Synchronous: nothing goes on in this page until there is an answer, and there is none.
		const request = new XMLHttpRequest();
		request.open('GET', '/halted', false);
		request.send();
	};
	const factory = IDBFactory.prototype as Factory;
	const { databases, open } = factory;
	factory.databases = function () {
		halt('looking');
		return databases.call(this);
	};
	factory.open = function (name, version) {
		const request = open.call(this, name, version);
		request.addEventListener('upgradeneeded', ({ oldVersion }) => {
			if (oldVersion === 0) return;
			request.transaction?.addEventListener('complete', () => halt('upgraded'));
			halt('upgrading');
		});
		return request;
	};
	let written = 0;
	for (const write of ['put', 'add'] as const) {
		const store = IDBObjectStore.prototype as Writing;
		const original = store[write];
		store[write] = function (value, key) {
			const request = original.call(this, value, key);
			if (this.transaction.mode !== 'versionchange') halt('seeding');
			else if (++written === wanted.nth) halt('writing');
			return request;
		};
	}
	const worker = Worker.prototype as Asked;
	const { postMessage } = worker;
	worker.postMessage = function (message) {
		this.addEventListener('message', () => halt('copied'));
		// The worker goes on, and so does the page, until the browser is killed.
		if (wanted.step === 'copying') setTimeout(() => void fetch('/halted'), wanted.delayMs);
		postMessage.call(this, message);
	};
}

/** The browser's methods as what can be replaced. */
interface Factory {
	databases: (this: IDBFactory) => Promise<IDBDatabaseInfo[]>;
	open: (this: IDBFactory, name: string, version?: number) => IDBOpenDBRequest;
}

type Write = (this: IDBObjectStore, value: unknown, key?: IDBValidKey) => IDBRequest<IDBValidKey>;

interface Writing {
	put: Write;
	add: Write;
}

interface Asked {
	postMessage: (this: Worker, message: unknown) => void;
}
