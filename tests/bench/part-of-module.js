/** @type {readonly [RegExp, string][]} the first that fits names the part */
const parts = [
	[/node_modules\/@sveltejs\/kit\//, 'SvelteKit'],
	[/node_modules\/(?:@[^/]+\/)?([^/]+)\/(?!.*node_modules)/, '$1'],
	[/(?:^|\/)src\/lib\/([^/]+)\//, '$1'],
	[/(?:^|\/)src\/routes\//, 'routes'],
	[/(?:^|\/)content\/[^/]+\.md/, 'content: the article'],
	[/(?:^|\/)generated\/|__sveltekit/, 'SvelteKit'],
];

/**
 * The package or room a module belongs to.
 *
 * @param {string} module as a source map names it
 */
export function partOfModule(module) {
	for (const [pattern, part] of parts) {
		const found = pattern.exec(module);
		if (found) return part.replace('$1', found[1] ?? '');
	}
	return 'bundler’s own';
}
