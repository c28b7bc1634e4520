/**
 * The rooms of the app, and which may import which: the table of ARCHITECTURE.md as data.
 *
 * @typedef {{
 *   folder: string,
 *   mayImport: readonly string[],
 *   anyPackage: boolean,
 *   globals: 'language' | 'no page' | 'any'
 * }} Room `mayImport`: other rooms. `anyPackage`: packages without a rule of their own below are allowed.
 *   `globals`: what may be used without an import: JavaScript's own, all but a page's, or any.
 */

/** @type {Readonly<Record<string, Room>>} */
export const rooms = {
	domain: {
		folder: 'src/lib/domain',
		mayImport: [],
		anyPackage: false,
		globals: 'language',
	},
	content: {
		folder: 'src/lib/content',
		mayImport: ['domain'],
		anyPackage: true,
		globals: 'no page',
	},
	exchange: {
		folder: 'src/lib/exchange',
		mayImport: ['domain', 'content'],
		anyPackage: true,
		globals: 'any',
	},
	storage: {
		folder: 'src/lib/storage',
		mayImport: ['domain'],
		anyPackage: true,
		globals: 'any',
	},
	workers: {
		folder: 'src/lib/workers',
		mayImport: ['domain', 'exchange', 'storage'],
		anyPackage: true,
		globals: 'no page',
	},
	state: {
		folder: 'src/lib/state',
		mayImport: ['domain', 'storage'],
		anyPackage: true,
		globals: 'any',
	},
	components: {
		folder: 'src/lib/components',
		mayImport: ['domain'],
		anyPackage: true,
		globals: 'any',
	},
	routes: {
		folder: 'src/routes',
		mayImport: ['domain', 'content', 'exchange', 'storage', 'workers', 'state', 'components'],
		anyPackage: true,
		globals: 'any',
	},
};

/**
 * Packages that only some rooms, or single files, may know.
 *
 * @type {readonly { package: RegExp, only: readonly string[] }[]}
 */
export const guardedPackages = [
	{ package: /^ts-fsrs$/, only: ['src/lib/domain/memory/fsrs.ts'] },
	{ package: /^dexie(\/|$)/, only: ['storage'] },
	{ package: /^svelte(\/|$)/, only: ['state', 'components', 'routes'] },
	{ package: /^\$app\//, only: ['routes'] },
	{ package: /^(@sveltejs\/|\$env\/|\$service-worker$)/, only: ['routes'] },
	// At build time, Vite reads articles with Node.
	{ package: /^(node:|vite$)/, only: ['src/lib/content/vite-plugin.ts'] },
];

/** Files that hold markup: state makes values, others show them. */
export const markup = { file: /\.svelte$/, only: ['components', 'routes'] };
