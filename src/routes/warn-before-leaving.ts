import type { Store } from '#lib/storage/store.ts';

/** Has the browser ask before it leaves a page whose store nothing outlives, unless a backup has all of it. @returns how to stop */
export function warnBeforeLeaving(store: Store): () => void {
	let isUnsaved = false;
	const stopListening = store.changes(
		({ part }) => {
			if (part === 'backup') isUnsaved = false;
			else if (part !== 'session' && part !== 'plan') isUnsaved = true;
		},
		{ own: true },
	);
	const warn = (event: BeforeUnloadEvent) => {
		if (isUnsaved) event.preventDefault();
	};
	addEventListener('beforeunload', warn);
	return () => {
		stopListening();
		removeEventListener('beforeunload', warn);
	};
}
