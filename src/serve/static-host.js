import sirv from 'sirv';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

/** Where every address without a page of its own begins; the name stands in svelte.config.js. */
const fallback = '/offline.html';

/**
 * Serves a build the way a static host does: pages by clean address, compressed files where the browser
 * takes them, and the fallback page for navigations to anything else.
 *
 * @param {string} folder
 * @returns {(request: Request, response: Response) => void}
 */
export function staticHost(folder) {
	const files = sirv(folder, {
		etag: true,
		brotli: true,
		gzip: true,
		extensions: ['html'],
		setHeaders: (response, path) => response.setHeader('Cache-Control', caching(path)),
	});
	return (request, response) => {
		response.setHeader('X-Content-Type-Options', 'nosniff');
		if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
		files(request, response, () => {
			if (!isNavigation(request)) return refuse(response, 404);
			request.url = fallback;
			files(request, response, () => refuse(response, 404));
		});
	};
}

/**
 * Files under immutable/ carry a hash in their name; all others are asked for again each time.
 *
 * @param {string} path
 */
function caching(path) {
	return path.startsWith('/_app/immutable/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** @param {Request} request */
function isNavigation(request) {
	const wantsPage = request.headers.accept?.includes('text/html') ?? false;
	return wantsPage && !request.url?.startsWith('/_app/');
}

/**
 * @param {Response} response
 * @param {404 | 405} status
 */
function refuse(response, status) {
	response.writeHead(status, { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' });
	response.end(status === 404 ? 'Not found' : 'Method not allowed');
}
