import type { Component } from 'svelte';
import { render } from 'vitest-browser-svelte';
import '#routes/app.css';
import { setApp } from '#lib/state/app.svelte.ts';
import { appOn } from '#lib/state/testing-app.ts';
import type { Bench } from '#lib/storage/testing/testing-store.ts';

/** For tests: a part of the screen, in an app on the store of a bench. */
export async function screenOn<Props extends Record<string, unknown>>(
	on: Bench,
	Part: Component<Props>,
	props: Props,
) {
	const app = await appOn(on);
	const within: Component = (internals) => {
		setApp(app);
		return Part(internals, props);
	};
	return render(within);
}
