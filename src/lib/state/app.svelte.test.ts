import { describe, expect, test, vi } from 'vitest';
import { defaultSettings } from '#lib/domain/settings/settings.ts';
import type { Store } from '#lib/storage/store.ts';
import { bench, tab, TestClock } from '#lib/storage/testing/testing-store.ts';
import { App } from './app.svelte.ts';
import { appOn } from './testing-app.ts';

describe('opening', () => {
	test('makes the store and its settings ready', async () => {
		const on = await bench();
		await on.store.changeSettings({ newPerDay: 3 });
		const app = new App(on.clock);
		expect(app.phase).toBe('opening');
		expect(app.settings).toEqual(defaultSettings);
		expect(() => app.store).toThrow('not open yet');
		await app.open(() => Promise.resolve(on.store));
		expect(app.phase).toBe('ready');
		expect(app.store).toBe(on.store);
		expect(app.settings.newPerDay).toBe(3);
	});

	test('that fails says what the matter is', async () => {
		const app = new App(new TestClock());
		await app.open(() => Promise.reject(new Error('Storage is switched off.')));
		expect(app.phase).toBe('failed');
		expect(app.problem).toBe('Storage is switched off.');
		expect(() => app.store).toThrow();
	});

	test('fails too when the settings can’t be read', async () => {
		const on = await bench();
		vi.spyOn(on.store, 'settings').mockRejectedValue(new Error('The disk is gone.'));
		const app = await appOn(on);
		expect(app.phase).toBe('failed');
		expect(app.problem).toBe('The disk is gone.');
	});
});

describe('a newer version in another tab', () => {
	test('ends the work of this one', async () => {
		const { store, clock } = await bench();
		const app = new App(clock);
		let supersede = () => {};
		await app.open((superseded) => {
			supersede = superseded;
			return Promise.resolve(store);
		});
		supersede();
		expect(app.phase).toBe('superseded');
	});

	test('that comes while this one opens is told as such', async () => {
		const { store, clock } = await bench();
		const open = async (end: Promise<Store>) => {
			const app = new App(clock);
			await app.open((superseded) => {
				superseded();
				return end;
			});
			return app.phase;
		};
		expect(await open(Promise.resolve(store))).toBe('superseded');
		expect(await open(Promise.reject(new Error('closed')))).toBe('superseded');
	});
});

describe('settings', () => {
	test('that are changed here are kept and seen', async () => {
		const on = await bench();
		const app = await appOn(on);
		await app.changeSettings({ theme: 'dark' });
		expect(app.settings.theme).toBe('dark');
		expect((await on.store.settings()).theme).toBe('dark');
	});

	test('that are refused stay as they were', async () => {
		const app = await appOn(await bench());
		await expect(app.changeSettings({ newPerDay: -1 })).rejects.toThrow('newPerDay');
		expect(app.settings).toEqual(defaultSettings);
	});

	test('that are changed in another tab are seen here', async () => {
		const on = await bench();
		const app = await appOn(on);
		await (await tab(on)).store.changeSettings({ shortcuts: false });
		await expect.poll(() => app.settings.shortcuts).toBe(false);
	});

	test('decide the memory model and the study day', async () => {
		const on = await bench();
		const app = await appOn(on);
		const before = app.model.next(null, 0, 3).stability;
		const [first = 0, ...rest] = defaultSettings.parameters;
		await app.changeSettings({ parameters: [first, ...rest.map((weight) => weight * 1.01)] });
		expect(app.model.next(null, 0, 3).stability).not.toBe(before);
		const today = app.now();
		expect(today).toEqual(on.clock.moment());
		// It is ten in the morning.
		await app.changeSettings({ rolloverHour: 11 });
		expect(app.now().studyDay).toBe(today.studyDay - 1);
	});
});
