/**
 * Makes the end of npm ours too.
 *
 * npm hands a signal to the shell between us, and many shells end without handing it on: the server would
 * stay, and keep its port.
 */
export function endWithNpm() {
	if (!process.env['npm_lifecycle_event']) return;
	const parent = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(watch);
		process.kill(process.pid, 'SIGTERM');
	}, 500);
	watch.unref();
}
