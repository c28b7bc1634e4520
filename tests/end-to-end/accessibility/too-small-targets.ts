import type { Page } from '@playwright/test';

/** Controls that are less than 44 px high or wide, but for links that stand in running text. */
export function tooSmallTargets(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const least = 43.9;
		const open = document.querySelector('dialog[open]');
		const controls = (open ?? document).querySelectorAll<HTMLElement>(
			'a[href], button, input, select, textarea, summary',
		);
		return [...controls].flatMap((control) => {
			if (!control.checkVisibility({ visibilityProperty: true })) return [];
			const { width, height, bottom } = control.getBoundingClientRect();
			// The link that skips to the content is above the page until it has the focus.
			if (bottom <= 0 && control.matches('.skip')) return [];
			if (control.matches('a') && getComputedStyle(control).display === 'inline') return [];
			if (height >= least && width >= least) return [];
			const name = control.ariaLabel ?? control.textContent.trim();
			return [`${control.tagName} “${name}”: ${width.toFixed(1)} × ${height.toFixed(1)}`];
		});
	});
}
