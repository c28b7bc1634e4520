import { listen } from '../../src/serve/listen.js';
import { staticHost } from '../../src/serve/static-host.js';
import { testPort } from './test-port.js';

if (!(await listen(staticHost('build'), testPort))) {
	console.error(`Port ${testPort} is taken. Set TEST_PORT to another one.`);
	process.exit(1);
}
