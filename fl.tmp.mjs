import { chromium as browsers } from 'playwright';
import { listen } from '/tmp/team/fresh/src/serve/listen.js';
import { staticHost } from '/tmp/team/fresh/src/serve/static-host.js';
import { firstLoad, sum } from '/tmp/team/fresh/tests/bench/first-load.js';
import { recordBuild } from '/tmp/team/fresh/tests/bench/record-build.js';
import { partOfModule } from '/tmp/team/fresh/tests/bench/part-of-module.js';
const composition = await recordBuild();
await listen(staticHost('build'), 4399);
const browser = await browsers.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const { scripts } = await firstLoad(browser, 'http://localhost:4399' + (process.argv[2] ?? '/review'), { width: 412, height: 823 });
await browser.close();
const mods = [];
for (const { name, bytes } of scripts) {
	const modules = composition.get(name) ?? new Map([[name, 1]]);
	const whole = sum([...modules.values()]);
	console.log(name, bytes, modules.size);
	for (const [m, s] of modules) mods.push([m.replace('/tmp/team/fresh/',''), (bytes * s) / whole, partOfModule(m), name]);
}
mods.sort((a, b) => b[1] - a[1]);
for (const [m, b, p] of mods.slice(0, Number(process.argv[3] ?? 110))) console.log(b.toFixed(0).padStart(6), p.padEnd(14), m);
console.log('total', sum(scripts.map((s) => s.bytes)));
process.exit();
const parts={}; for (const [m,b,p] of mods) parts[p]=(parts[p]??0)+b; console.log(parts, scripts.length, scripts.reduce((s,x)=>s+x.bytes,0)); process.exit(0);
