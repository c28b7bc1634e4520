/// <reference lib="webworker" />
import { base, build, files, prerendered, version } from '$service-worker';

declare const self: ServiceWorkerGlobalScope;

const name = `green-room-${version}`;
/** SvelteKit does not list the page that stands in for every route that was not prerendered. */
const fallback = `${base}/offline.html`;
/** Pictures of the app are for shop windows, not for the app. */
const own = files.filter((file) => !file.startsWith(`${base}/screenshots/`));
const everything = [...build, ...own, ...prerendered, fallback];

/** Stands in the cache of each version that was ever in use: others were fetched and never asked in. */
const wasInUse = `${base}/was-in-use`;

/** The whole app is on the device before this version counts as installed: every route works offline. */
self.addEventListener('install', (event) => {
	event.waitUntil(caches.open(name).then((cache) => cache.addAll(everything)));
});

self.addEventListener('activate', (event) => {
	event.waitUntil(dropOldVersions().then(() => self.clients.claim()));
});

/** The version in use until now stays: a tab that was not asked goes on with it, and fetches parts of it as it needs them. */
async function dropOldVersions(): Promise<void> {
	await (await caches.open(name)).put(wasInUse, new Response());
	const others = (await caches.keys()).filter((other) => other !== name);
	const used = await Promise.all(
		others.map(async (other) => (await caches.open(other)).match(wasInUse)),
	);
	const latest = others.filter((_, index) => used[index]).at(-1);
	await Promise.all(
		others.filter((other) => other !== latest).map((other) => caches.delete(other)),
	);
}

/** The page asks for the take-over when the person did. */
self.addEventListener('message', (event) => {
	if (event.data === 'take-over') void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== 'GET' || url.origin !== self.location.origin) return;
	event.respondWith(answer(request, url));
});

async function answer(request: Request, url: URL): Promise<Response> {
	const cache = await caches.open(name);
	const path = url.pathname.replace(/(.)\/$/, '$1');
	const page = request.mode === 'navigate' && !(await cache.match(path)) ? fallback : path;
	return (await cache.match(page)) ?? (await caches.match(page)) ?? fetch(request);
}
