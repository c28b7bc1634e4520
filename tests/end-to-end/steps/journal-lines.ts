import type { Page } from '@playwright/test';

/** How many events the journal's open files hold; one that was caught up with may stand there twice. */
export function journalLines(page: Page): Promise<number> {
	return page.evaluate(async () => {
		const events = new Set<string>();
		const root = await navigator.storage.getDirectory();
		const folder = await root.getDirectoryHandle('green-room', { create: true });
		const generation = await folder.getDirectoryHandle('generation_0', { create: true });
		for await (const handle of generation.values()) {
			if (!(handle instanceof FileSystemFileHandle)) continue;
			const text = await (await handle.getFile()).text();
			for (const line of text.split('\n')) if (line.includes('"event"')) events.add(line);
		}
		return events.size;
	});
}
