import { build } from 'vite';

/**
 * Bundles a module the way the app's own are: for the same browsers, minified, with the same Dexie.
 *
 * @param {string} entry
 * @returns {Promise<string>} a script
 */
export async function bundle(entry) {
	const built = await build({
		configFile: false,
		logLevel: 'error',
		resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
		build: {
			write: false,
			target: 'baseline-widely-available',
			rolldownOptions: { input: entry, output: { format: 'iife', codeSplitting: false } },
		},
	});
	const [output] = [built].flat();
	const script = output && 'output' in output ? output.output[0].code : null;
	if (!script) throw new Error(`${entry} gave no script.`);
	return script;
}
