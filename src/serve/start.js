import { build } from './build.js';
import { endWithNpm } from './end-with-npm.js';
import { install } from './install.js';

endWithNpm();
await install();
await build();

// Only now: what serves the app is itself one of the packages.
const { listen } = await import('./listen.js');
const { staticHost } = await import('./static-host.js');

const wanted = Number(process.env['PORT'] ?? 4173);
if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535) {
	console.error(`PORT must be a whole number from 1 to 65535, not "${process.env['PORT']}".`);
	process.exit(1);
}

const host = staticHost('build');
let port = wanted;
while (!(await listen(host, port))) {
	console.log(`Port ${port} is taken.`);
	port = port === 65_535 ? 1024 : port + 1;
}
console.log(`\nGreen Room is on at http://localhost:${port}\nCtrl+C stops it.`);
