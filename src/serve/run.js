import { spawn } from 'node:child_process';

/**
 * Runs a program in the foreground, without input, until it ends.
 *
 * A signal that asks us to stop is handed on, and ends us as well.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} [environment] added to our own
 * @returns {Promise<number>} the exit code; 1 when the program could not be started or was killed
 */
export function run(command, args, environment = {}) {
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			stdio: ['ignore', 'inherit', 'inherit'],
			env: { ...process.env, ...environment },
		});
		/** @type {NodeJS.Signals | null} */
		let stopped = null;
		/** @param {NodeJS.Signals} signal */
		const stop = (signal) => {
			stopped = signal;
			child.kill(signal);
		};
		/** @param {number} code */
		const end = (code) => {
			process.off('SIGINT', stop).off('SIGTERM', stop);
			if (stopped) process.exit(stopped === 'SIGINT' ? 130 : 143);
			resolve(code);
		};
		process.on('SIGINT', stop).on('SIGTERM', stop);
		child.on('error', (error) => {
			console.error(error.message);
			end(1);
		});
		child.on('close', (code) => end(code ?? 1));
	});
}

/**
 * Runs npm, by way of Node: on Windows `npm` itself is not a program that can be spawned.
 *
 * @param {readonly string[]} args
 * @param {Record<string, string>} [environment]
 */
export function npm(args, environment) {
	const cli = process.env['npm_execpath'];
	return cli?.endsWith('npm-cli.js')
		? run(process.execPath, [cli, ...args], environment)
		: run('npm', args, environment);
}
