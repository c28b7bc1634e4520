import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';
import { sourcesFingerprint } from './src/serve/fingerprint.js';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ fallback: 'offline.html', precompress: true }),
		paths: { relative: false },
		// All styles of a screen stand in its page: a first paint waits for no second request.
		inlineStyleThreshold: 100_000,
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self', hashOfThemeScript()],
				'style-src': ['self'],
				// SvelteKit's route announcer is placed by a style attribute.
				'style-src-attr': ['unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'object-src': ['none'],
				'base-uri': ['self'],
				'form-action': ['self'],
			},
		},
		version: { name: sourcesFingerprint(), pollInterval: 0 },
		typescript: {
			config: (config) => ({
				...config,
				include: [...config['include'], '../*.config.js', '../*.config.ts'],
			}),
		},
	},
};

/** The one script that a page carries itself: the policy lets in this text and no other. */
function hashOfThemeScript() {
	const page = readFileSync(new URL('src/app.html', import.meta.url), 'utf8');
	const script = /<script>(.*?)<\/script>/s.exec(page)?.[1] ?? '';
	return /** @type {const} */ (`sha256-${createHash('sha256').update(script).digest('base64')}`);
}
