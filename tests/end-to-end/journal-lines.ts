import type { Page } from '@playwright/test';

/** How many events the journal's open files hold. */
export function journalLines(page: Page): Promise<number> {
	return page.evaluate(async () => {
		let lines = 0;
		const root = await navigator.storage.getDirectory();
		const folder = await root.getDirectoryHandle('green-room', { create: true });
		const generation = await folder.getDirectoryHandle('generation_0', { create: true });
		for await (const handle of generation.values()) {
			if (!(handle instanceof FileSystemFileHandle)) continue;
			const text = await (await handle.getFile()).text();
			lines += text.split('\n').filter((line) => line.includes('"event"')).length;
		}
		return lines;
	});
}
