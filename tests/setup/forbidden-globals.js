import globals from 'globals';

const language = new Set(names(globals.builtin));
const outsideLanguage = distinct([
	...names(globals.browser),
	...names(globals.worker),
	...names(globals.node),
]).filter((name) => !language.has(name));

const beyondPage = new Set([...names(globals.worker), ...names(globals.node)]);
const page = names(globals.browser).filter((name) => !beyondPage.has(name));

/**
 * What a room may not use, by the word that stands in its row of the table.
 *
 * @type {Readonly<Record<import('./rooms.js').Room['globals'], readonly string[]>>}
 */
export const forbiddenGlobals = {
	language: outsideLanguage,
	'no page': distinct([...page, 'localStorage', 'sessionStorage']),
	any: [],
};

/** @param {object} set */
function names(set) {
	return Object.keys(set);
}

/** @param {readonly string[]} list */
function distinct(list) {
	return [...new Set(list)];
}
