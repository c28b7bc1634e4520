import adapter from '@sveltejs/adapter-static';
import { sourcesFingerprint } from './src/serve/fingerprint.js';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ fallback: 'offline.html', precompress: true }),
		paths: { relative: false },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
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
