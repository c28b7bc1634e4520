import { readFileSync } from 'node:fs';
import { test as plain } from '@playwright/test';
import { quotesOfArticle } from './steps/quotes-of-article.ts';
import { expect, test } from './steps/watched-test.ts';

const headings = [...readFileSync('content/callback-audition.md', 'utf8').matchAll(/^## (.+)$/gm)];

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the article can be read whole', async ({ page }) => {
		await page.goto('/decks/callback-audition');
		await expect(page).toHaveTitle(/^How to ace a callback audition/);
		const title = page.getByRole('heading', { level: 1 });
		await expect(title).toHaveText('How to ace a callback audition');
		await expect(page.getByText('By Jim Webb.')).toBeVisible();
		expect(headings).toHaveLength(11);
		for (const [, heading = ''] of headings) {
			await expect(page.getByRole('heading', { level: 2, name: heading })).toBeVisible();
		}
		const quotes = quotesOfArticle();
		expect(quotes).toHaveLength(12);
		for (const { text, speaker } of quotes) {
			await expect(page.getByRole('figure').filter({ hasText: text })).toContainText(speaker);
		}
		await expect(page.getByText('Stay graceful under pressure')).toBeVisible();
	});

	test('Today says what is missing and leads to the article', async ({ page }) => {
		await page.goto('/');
		// Playwright's other locators take no notice of what stands in a noscript.
		const told = page.locator('noscript p');
		await expect(told).toBeVisible();
		expect(await told.textContent()).toContain('Green Room needs JavaScript');
		await told.locator('a').click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(
			'How to ace a callback audition',
		);
	});
});

test('every page carries a policy that lets in this host alone and no inline script', async ({
	request,
}) => {
	const pages = [
		'/',
		'/review',
		'/recap',
		'/match',
		'/decks',
		'/decks/callback-audition',
		'/settings',
		'/transfer',
		'/offline.html',
	];
	for (const path of pages) {
		const html = await (await request.get(path)).text();
		const policy = /<meta http-equiv="content-security-policy" content="([^"]+)"/i.exec(html)?.[1];
		const directives = new Map(
			(policy ?? '').split(';').map((directive) => {
				const [name = '', ...sources] = directive.trim().split(/\s+/);
				return [name, sources] as const;
			}),
		);
		expect(directives.get('default-src'), path).toEqual(["'self'"]);
		expect(directives.get('object-src'), path).toEqual(["'none'"]);
		for (const source of directives.get('script-src') ?? ['missing']) {
			expect(source, path).toMatch(/^'(self|sha256-[\w+/=]+)'$/);
		}
		for (const [name, sources] of directives) {
			expect(sources.join(' '), `${name} of ${path}`).not.toMatch(/https?:|\*|unsafe-eval/);
		}
	}
});

// A plain test: that the browser logs the refusal is what is wanted here.
plain('the browser runs no script that was put into a page', async ({ page }) => {
	await page.goto('/');
	await expect(page.getByRole('link', { name: 'Start review' })).toBeVisible();
	const ran = await page.evaluate(() => {
		const script = document.createElement('script');
		script.textContent = 'globalThis.injected = true';
		document.body.append(script);
		return 'injected' in globalThis;
	});
	expect(ran).toBe(false);
});
