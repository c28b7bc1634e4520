import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { rate, showAnswer } from './answer-cards.ts';
import { journalLines } from './journal-lines.ts';
import { tooSmallTargets } from './too-small-targets.ts';
import { walkOfScreens, type Look } from './walk-of-screens.ts';
import { walkOfTroubles } from './walk-of-troubles.ts';
import { watch } from './watched-test.ts';

const phone = { width: 360, height: 740 };
const laptop = { width: 1280, height: 800 };

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const viewport of [phone, laptop]) {
	test.describe(`${viewport.width} px wide`, () => {
		test.use({ viewport });

		test('every screen in every state can be used by all, in light and in dark, and fits', async ({
			context,
			page,
		}) => {
			// Some eighty states, each looked at in light and in dark.
			test.setTimeout(600_000);
			const problems = watch(context);
			await walkOfScreens(page, lookFor(page, viewport));
			expect(problems.filter((each) => !each.includes('Not found: /no/such/page'))).toEqual([]);
		});

		test('so can what is seen when storage is in trouble', async ({ page }) => {
			test.setTimeout(120_000);
			await page.goto('/review');
			for (let count = 0; count < 2; count++) {
				await expect(showAnswer(page)).toBeVisible();
				await rate(page, 'Easy');
			}
			await expect.poll(() => journalLines(page)).toBe(2);
			await walkOfTroubles(page, lookFor(page, viewport));
		});
	});
}

function lookFor(page: Page, viewport: { readonly width: number }): Look {
	return async ({ state, heading, title = heading }) => {
		await expect.soft(page, state).toHaveTitle(`${title} · Green Room`);
		expect.soft(await headings(page), state).toEqual([heading]);
		expect.soft(await sidewaysRoom(page), `${state}: scrolls sideways`).toBe(0);
		if (viewport === phone) {
			expect.soft(await tooSmallTargets(page), `${state}: small targets`).toEqual([]);
		}
		const dark = (await axe(page)).withRules(ofColor);
		await page.emulateMedia({ colorScheme: 'dark' });
		expect.soft(await violations(dark), `${state}, dark`).toEqual([]);
		const light = (await axe(page)).withTags(ofAll);
		await page.emulateMedia({ colorScheme: 'light' });
		expect.soft(await violations(light), `${state}, light`).toEqual([]);
	};
}

const ofAll = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Those of them that the dark theme can break alone: it differs in colours, and in nothing else. */
const ofColor = ['color-contrast', 'link-in-text-block'];

/** Looks at the page, or at the dialog that keeps the rest of it, seen before, out of reach. */
async function axe(page: Page): Promise<AxeBuilder> {
	const builder = new AxeBuilder({ page })
		// The other mode opens a page of its own each time, for frames that this app has none of.
		.setLegacyMode()
		.options({ resultTypes: ['violations'] });
	const dialog = 'dialog:modal';
	return (await page.locator(dialog).count()) > 0 ? builder.include(dialog) : builder;
}

/** What axe finds: the rule, and where. */
async function violations(builder: AxeBuilder): Promise<string[]> {
	const { violations: found } = await builder.analyze();
	return found.flatMap(({ id, nodes }) =>
		nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
	);
}

function headings(page: Page): Promise<string[]> {
	return page.locator('h1').allTextContents();
}

/** How far the page can be scrolled sideways, in px. */
function sidewaysRoom(page: Page): Promise<number> {
	return page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		return Math.max(0, scrollWidth - clientWidth);
	});
}
