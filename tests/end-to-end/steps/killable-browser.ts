import { chromium as playwright, type Page } from '@playwright/test';
import { chromium } from '../../setup/chromium.js';

/** What Chromium keeps IndexedDB in: LevelDB, or the SQLite that is to follow it. */
export const backEnds = {
	LevelDB: [],
	SQLite: ['--enable-features=IdbSqliteBackingStore'],
} as const;

export type BackEnd = keyof typeof backEnds;

/** A Chromium that keeps its profile in a folder, as a person's own does, and that can be killed. */
export class KillableBrowser {
	readonly page: Page;
	readonly #processId: number;
	readonly #closed: Promise<void>;

	private constructor(page: Page, processId: number) {
		this.page = page;
		this.#processId = processId;
		this.#closed = new Promise((resolve) => page.context().once('close', () => resolve()));
	}

	static async launch(profile: string, backEnd: BackEnd = 'LevelDB'): Promise<KillableBrowser> {
		const { args, ...options } = chromium();
		const context = await playwright.launchPersistentContext(profile, {
			...options,
			args: [...args, ...backEnds[backEnd]],
		});
		const session = await context.browser()?.newBrowserCDPSession();
		const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
		const main = processInfo.find(({ type }) => type === 'browser');
		if (!main) throw new Error('The browser does not say which process it is.');
		return new KillableBrowser(context.pages()[0] ?? (await context.newPage()), main.id);
	}

	/** SIGKILL: nothing gets a chance to finish what it was doing. Returns when the browser is gone. */
	async kill(): Promise<void> {
		try {
			// A negative id names the whole group: no helper process lives on to write more.
			process.kill(process.platform === 'win32' ? this.#processId : -this.#processId, 'SIGKILL');
		} catch {
			// Gone already.
		}
		await this.#closed;
		// Its pipes close before its files do: until it is gone, it may hold the locks of its databases.
		while (isAlive(this.#processId)) await new Promise((resolve) => setTimeout(resolve, 10));
	}
}

function isAlive(processId: number): boolean {
	try {
		process.kill(processId, 0);
		return true;
	} catch {
		return false;
	}
}
