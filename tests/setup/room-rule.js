import { relative } from 'node:path';
import { guardedPackages, markup, rooms } from './rooms.js';

/**
 * An ESLint rule: a file imports only what its room may know.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const roomRule = {
	meta: { type: 'problem', schema: [] },
	create(context) {
		const file = relative(context.cwd, context.filename).replaceAll('\\', '/');
		const room = Object.keys(rooms).find((name) => file.startsWith(`${rooms[name]?.folder}/`));

		/** @param {unknown} node whatever names a module: `import`, `export … from`, `import()`, `import('…').Type` */
		const check = (node) => {
			const { source } =
				/** @type {{ source?: import('eslint').AST.Program & { value?: unknown } | null }} */ (
					node
				);
			if (typeof source?.value !== 'string') return;
			const message = problem(file, room, source.value);
			if (message) context.report({ loc: source.loc, message });
		};
		return {
			ImportDeclaration: check,
			ExportNamedDeclaration: check,
			ExportAllDeclaration: check,
			ImportExpression: check,
			TSImportType: check,
		};
	},
};

/**
 * @param {string} file the importing file
 * @param {string | undefined} room its room, if it is in one
 * @param {string} source the module as the import names it
 * @returns {string | null} what is wrong with the import
 */
function problem(file, room, source) {
	if (/^(\.\.\/|\/|\$lib)/.test(source))
		return `Name other rooms and folders from the root, "#lib/…" or "#routes/…", not "${source}".`;
	if (source === '$app/stores') return 'Use $app/state.';
	if (!room) return null;

	if (markup.file.test(source) && !markup.only.includes(room))
		return `The room "${room}" knows no markup.`;
	if (source.startsWith('./')) return null;

	if (source.startsWith('#')) {
		const other = /^#(?:lib\/)?([^/]+)\//.exec(source)?.[1] ?? source;
		const allowed = other === room || rooms[room]?.mayImport.includes(other);
		return allowed ? null : `The room "${room}" may not import from "${other}".`;
	}
	// Tests may use what they need to test with.
	if (file.endsWith('.test.ts')) return null;
	const guard = guardedPackages.find((guarded) => guarded.package.test(source));
	const allowed = guard
		? guard.only.includes(room) || guard.only.includes(file)
		: rooms[room]?.anyPackage;
	return allowed ? null : `The room "${room}" may not know "${source}".`;
}
