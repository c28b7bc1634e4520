import type { Page } from '@playwright/test';

/** How many events the journal's open files hold; one that was caught up with may stand there twice. */
export function journalLines(page: Page, generation = 0): Promise<number> {
	return page.evaluate(async (number) => {
		const events = new Set<string>();
		const root = await navigator.storage.getDirectory();
		const folder = await root.getDirectoryHandle('green-room', { create: true });
		const lines = await folder.getDirectoryHandle(`generation_${number}`, { create: true });
		for await (const handle of lines.values()) {
			if (!(handle instanceof FileSystemFileHandle)) continue;
			const text = await (await handle.getFile()).text();
			for (const line of text.split('\n')) if (line.includes('"event"')) events.add(line);
		}
		return events.size;
	}, generation);
}
