/** Attachment: keeps the screen lit while the element stands, where the device allows it. */
export function keepAwake(): () => void {
	let lock: WakeLockSentinel | undefined;
	let gone = false;

	const ask = async () => {
		if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
		try {
			lock = await navigator.wakeLock.request('screen');
			if (gone) await lock.release();
		} catch {
			// The device may refuse (low battery): the drill works without.
		}
	};
	const askAgain = () => void ask();

	askAgain();
	document.addEventListener('visibilitychange', askAgain);
	return () => {
		gone = true;
		document.removeEventListener('visibilitychange', askAgain);
		void lock?.release();
	};
}
