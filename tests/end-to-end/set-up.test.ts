import { expect, test } from '@playwright/test';

test('the app opens on Today, asks no other host for anything and logs no error', async ({
	context,
	page,
	baseURL,
}) => {
	const requests: string[] = [];
	const problems: string[] = [];
	// The context tells of the service worker's requests as well.
	context.on('request', (request) => requests.push(request.url()));
	page.on('pageerror', (error) => problems.push(error.message));
	page.on('console', (message) => {
		if (message.type() === 'error') problems.push(message.text());
	});

	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Start review' })).toBeVisible();
	await page.waitForLoadState('networkidle');

	expect(requests).not.toHaveLength(0);
	expect(requests.filter((url) => new URL(url).origin !== baseURL)).toEqual([]);
	expect(problems).toEqual([]);
});

test('an address without a page of its own opens the fallback page', async ({ request }) => {
	const navigation = await request.get('/no/such/page', { headers: { accept: 'text/html' } });
	expect(navigation.status()).toBe(200);
	expect(await navigation.text()).toBe(await (await request.get('/offline.html')).text());

	const asset = await request.get('/no-such.png', { headers: { accept: 'image/*' } });
	expect(asset.status()).toBe(404);
});

test('code may be kept for ever, pages are asked for again', async ({ page, request }) => {
	const code = page.waitForResponse(/\/_app\/immutable\//);
	const opened = await page.goto('/');
	expect(opened?.headers()['cache-control']).toBe('no-cache');
	expect((await code).headers()['cache-control']).toContain('immutable');

	const compressed = await request.get('/', { headers: { 'accept-encoding': 'br' } });
	expect(compressed.headers()['content-encoding']).toBe('br');
});
