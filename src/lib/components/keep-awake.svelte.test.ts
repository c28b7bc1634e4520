import { expect, onTestFinished, test, vi } from 'vitest';
import { keepAwake } from './keep-awake.ts';

type Visibility = DocumentVisibilityState;

/** A device whose screen can be kept awake, and a page that can be hidden. */
function device(visibility: Visibility = 'visible') {
	const releases: (() => Promise<void>)[] = [];
	const request = vi.fn(() => {
		const release = vi.fn(() => Promise.resolve());
		releases.push(release);
		return Promise.resolve({ release });
	});
	replace(navigator, 'wakeLock', { request });
	const show = (state: Visibility) => replace(document, 'visibilityState', state);
	show(visibility);
	onTestFinished(() => {
		Reflect.deleteProperty(navigator, 'wakeLock');
		Reflect.deleteProperty(document, 'visibilityState');
	});
	const turn = (state: Visibility) => {
		show(state);
		document.dispatchEvent(new Event('visibilitychange'));
	};
	return { request, releases, turn };
}

function replace(target: object, name: string, value: unknown) {
	Object.defineProperty(target, name, { value, configurable: true });
}

/** Lets everything that was asked for arrive. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

test('it asks for the screen, and gives it back in the end', async () => {
	const { request, releases } = device();
	const stop = keepAwake();
	expect(request.mock.calls).toEqual([['screen']]);
	await settled();
	expect(releases[0]).not.toHaveBeenCalled();
	stop();
	expect(releases[0]).toHaveBeenCalledOnce();
});

test('it asks again when the page comes back into view, since the browser took the lock away', async () => {
	const { request, releases, turn } = device();
	const stop = keepAwake();
	await settled();
	turn('hidden');
	expect(request).toHaveBeenCalledOnce();
	turn('visible');
	expect(request).toHaveBeenCalledTimes(2);
	await settled();
	stop();
	expect(releases[1]).toHaveBeenCalledOnce();
});

test('a page that is out of view asks for nothing until it is seen', async () => {
	const { request, turn } = device('hidden');
	const stop = keepAwake();
	expect(request).not.toHaveBeenCalled();
	turn('visible');
	expect(request).toHaveBeenCalledOnce();
	await settled();
	stop();
});

test('a lock that comes too late is given back at once', async () => {
	const { releases } = device();
	keepAwake()();
	await settled();
	expect(releases[0]).toHaveBeenCalledOnce();
});

test('once it has stopped it asks for nothing more', async () => {
	const { request, turn } = device();
	keepAwake()();
	await settled();
	turn('visible');
	expect(request).toHaveBeenCalledOnce();
});

test('a refusal does no harm, and the next time in view it asks again', async () => {
	const { request, turn } = device();
	request.mockRejectedValueOnce(new DOMException('Low battery.', 'NotAllowedError'));
	const unhandled = vi.fn();
	window.addEventListener('unhandledrejection', unhandled);
	onTestFinished(() => window.removeEventListener('unhandledrejection', unhandled));
	const stop = keepAwake();
	await settled();
	turn('visible');
	expect(request).toHaveBeenCalledTimes(2);
	await settled();
	expect(stop).not.toThrow();
	expect(unhandled).not.toHaveBeenCalled();
});
