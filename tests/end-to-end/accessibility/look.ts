import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { tooSmallTargets } from './too-small-targets.ts';

/** What a screen in one of its states should be called. */
export interface Sight {
	/** For the report of a failure. */
	readonly state: string;
	readonly heading: string;
	/** What stands before "· Green Room" in the title, where it isn't the heading. */
	readonly title?: string;
	/** Where the screen can be in that state; both, if left out. */
	readonly on?: readonly Viewport[];
}

export type Look = (sight: Sight) => Promise<void>;

type Viewport = keyof typeof viewports;

const viewports = {
	laptop: { width: 1280, height: 800 },
	phone: { width: 360, height: 740 },
};

/** Acts are a phone's, where controls have the least room. */
export const { phone } = viewports;

/** Looks at a state on a laptop and on a phone, each in light and in dark, and leaves it on the phone. */
export function lookFor(page: Page): Look {
	return async ({ state, heading, title = heading, on = ['laptop', 'phone'] }) => {
		// A dialog comes a moment after it was asked for.
		if (state.includes('dialog')) await expect(page.locator('dialog:modal')).toBeVisible();
		await expect.soft(page, state).toHaveTitle(`${title} · Green Room`);
		expect.soft(await page.locator('h1').allTextContents(), state).toEqual([heading]);
		for (const viewport of on) {
			if (viewport !== 'phone' || on.length > 1) await resize(page, viewport);
			await lookThere(page, `${state}, on a ${viewport}`, viewport);
		}
	};
}

async function resize(page: Page, viewport: Viewport): Promise<void> {
	await page.setViewportSize(viewports[viewport]);
	// Drawings are made anew with the next frame.
	await page.evaluate(
		() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
	);
}

async function lookThere(page: Page, state: string, viewport: Viewport): Promise<void> {
	expect.soft(await sidewaysRoom(page), `${state}: scrolls sideways`).toBe(0);
	if (viewport === 'phone') {
		expect.soft(await tooSmallTargets(page), `${state}: small targets`).toEqual([]);
	}
	const light = (await axe(page)).withTags(ofAll);
	expect.soft(await violations(light), `${state}, light`).toEqual([]);
	await page.emulateMedia({ colorScheme: 'dark' });
	const dark = (await axe(page)).withRules(ofColor);
	expect.soft(await violations(dark), `${state}, dark`).toEqual([]);
	await page.emulateMedia({ colorScheme: 'light' });
}

const ofAll = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Those of them that the dark theme can break alone: it differs in colours, and in nothing else. */
const ofColor = ['color-contrast', 'link-in-text-block'];

/** Looks at the page, or at the dialog that keeps the rest of it, seen before, out of reach. */
async function axe(page: Page): Promise<AxeBuilder> {
	const [isThere, isDialog] = await page.evaluate(() => [
		'axe' in globalThis,
		document.querySelector('dialog:modal') !== null,
	]);
	// A page that has axe already need not read its half megabyte again.
	const builder = new AxeBuilder(isThere ? { page, axeSource: ';' } : { page })
		// The other mode opens a page of its own each time, for frames that this app has none of.
		.setLegacyMode()
		.options({ resultTypes: ['violations'] });
	return isDialog ? builder.include('dialog:modal') : builder;
}

/** What axe finds: the rule, and where. */
async function violations(builder: AxeBuilder): Promise<string[]> {
	const { violations: found } = await builder.analyze();
	return found.flatMap(({ id, nodes }) =>
		nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
	);
}

/** How far the page can be scrolled sideways, in px. */
function sidewaysRoom(page: Page): Promise<number> {
	return page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		return Math.max(0, scrollWidth - clientWidth);
	});
}
