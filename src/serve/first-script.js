/** What every visit runs, and the screen that is to be there first. */
const starts =
	/\/kit\/src\/runtime\/client\/entry\.js$|\/src\/routes\/(?:\+layout|review\/\+page)\.svelte$/;

/** Parts of Svelte that only forms use: its index names them all, which counts as an import. */
const formsOnly = /\/svelte\/src\/internal\/client\/dom\/elements\/bindings\/(?!this|shared)/;

/**
 * One script for all that a review needs at once: dozens of tiny files compress badly, and what only other
 * screens need would be waited for in vain. Those screens' own scripts are left to the bundler.
 *
 * @returns {{ plugin: import('vite').Plugin, nameOf: (id: string) => string | null }} the plugin finds out what
 *   is needed, by static imports; `nameOf` tells the bundler
 */
export function firstScript() {
	/** @type {Set<string>} */
	const needed = new Set();
	return {
		plugin: {
			name: 'first-script',
			apply: 'build',
			applyToEnvironment: ({ name }) => name === 'client',
			buildEnd() {
				const waiting = [...this.getModuleIds()].filter((id) => starts.test(id));
				for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
					if (needed.has(id) || formsOnly.test(id)) continue;
					needed.add(id);
					waiting.push(...(this.getModuleInfo(id)?.importedIds ?? []));
				}
			},
		},
		nameOf: (id) => (needed.has(id) ? 'first' : null),
	};
}
