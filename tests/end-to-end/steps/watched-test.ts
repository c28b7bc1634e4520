import { expect, test as plain, type BrowserContext } from '@playwright/test';

/**
 * Playwright's test, which also fails when a page of its context logs an error, throws, or asks another host
 * for anything.
 */
export const test = plain.extend<{ watched: readonly string[] }>({
	watched: [
		async ({ context }, use) => {
			const problems = watch(context);
			await use(problems);
			expect(problems, 'what the pages logged or asked for').toEqual([]);
		},
		{ auto: true },
	],
});

/** Collects what a context's pages must never do. The list grows while they run. */
export function watch(context: BrowserContext): readonly string[] {
	const problems: string[] = [];
	context.on('request', (request) => {
		const { protocol, hostname } = new URL(request.url());
		if (protocol.startsWith('http') && hostname !== 'localhost') {
			problems.push(`asked another host: ${request.url()}`);
		}
	});
	context.on('console', (message) => {
		if (message.type() === 'error') problems.push(`logged: ${message.text()}`);
	});
	context.on('weberror', (webError) => problems.push(`threw: ${webError.error().message}`));
	return problems;
}

export { expect };
