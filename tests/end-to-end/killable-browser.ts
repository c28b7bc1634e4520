import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { chromium as playwright, type Browser, type Page } from '@playwright/test';
import { chromium } from '../setup/chromium.js';

/** A Chromium that keeps its profile in a folder, as a person's own does, and that can be killed. */
export class KillableBrowser {
	readonly page: Page;
	readonly #process: ChildProcess;

	private constructor(process: ChildProcess, page: Page) {
		this.#process = process;
		this.page = page;
	}

	static async launch(profile: string): Promise<KillableBrowser> {
		const { executablePath = playwright.executablePath(), args } = chromium();
		const child = spawn(
			executablePath,
			[...args, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`],
			{ stdio: ['ignore', 'ignore', 'pipe'], detached: true },
		);
		try {
			const browser = await playwright.connectOverCDP(await addressOf(child));
			return new KillableBrowser(child, await firstPage(browser));
		} catch (error) {
			killGroup(child);
			throw error;
		}
	}

	/** SIGKILL: nothing gets a chance to finish what it was doing. Returns when the browser is gone. */
	async kill(): Promise<void> {
		const gone = new Promise((resolve) => this.#process.once('exit', resolve));
		killGroup(this.#process);
		if (this.#process.exitCode === null && this.#process.signalCode === null) await gone;
	}
}

/** The browser says where it can be driven. */
async function addressOf(child: ChildProcess): Promise<string> {
	if (!child.stderr) throw new Error('The browser was started without its error output.');
	for await (const line of createInterface({ input: child.stderr })) {
		const address = /^DevTools listening on (.+)$/.exec(line)?.[1];
		if (address) {
			child.stderr.resume();
			return address;
		}
	}
	throw new Error('The browser ended before it could be driven.');
}

async function firstPage(browser: Browser): Promise<Page> {
	const [context] = browser.contexts();
	if (!context) throw new Error('The browser has no default context.');
	return context.pages()[0] ?? (await context.newPage());
}

function killGroup({ pid }: ChildProcess): void {
	if (pid === undefined) return;
	try {
		// A negative id names the whole group: no helper process lives on to write more.
		process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
	} catch {
		// Gone already.
	}
}
