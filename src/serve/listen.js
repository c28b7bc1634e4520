import { createServer } from 'node:http';

/** @typedef {import('node:http').RequestListener} Listener */
/** @typedef {import('node:http').Server} Server */

/** Both addresses that "localhost" stands for: browsers and tools differ in which they try. */
const addresses = ['127.0.0.1', '::1'];

/**
 * Listens on localhost until SIGINT or SIGTERM comes.
 *
 * @param {Listener} listener
 * @param {number} port
 * @returns {Promise<boolean>} false when the port is taken
 */
export async function listen(listener, port) {
	/** @type {Server[]} */
	const servers = [];
	for (const address of addresses) {
		const server = createServer(listener);
		const problem = await open(server, port, address);
		if (problem === null) servers.push(server);
		else if (problem === 'EADDRINUSE') {
			closeAll(servers);
			return false;
		}
	}
	// A machine may lack one of the two, not both.
	if (servers.length === 0) throw new Error(`Nothing can listen on localhost, port ${port}.`);
	for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => closeAll(servers));
	return true;
}

/**
 * @param {Server} server
 * @param {number} port
 * @param {string} address
 * @returns {Promise<string | null>} the code of the error, null when all is well
 */
function open(server, port, address) {
	return new Promise((resolve) => {
		server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
			resolve(error.code ?? error.message),
		);
		server.listen(port, address, () => resolve(null));
	});
}

/** @param {readonly Server[]} servers */
function closeAll(servers) {
	for (const server of servers) {
		server.close();
		server.closeAllConnections();
	}
}
