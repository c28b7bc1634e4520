import { bundle } from '../bundle.js';
import { runInThisContext } from 'node:vm';
import { oracleItems, oracleFit } from './oracle.js';
runInThisContext(await bundle('tests/bench/fit/optimizer.ts'));
const o = globalThis.optimizer;
const sizes = (process.argv[2] ?? '1000,20000').split(',').map(Number);
const d = o.defaultParameters;
const sets = { defaults: d, quick: d.map((x,i)=> i<4? x*0.4 : i===20? 0.3 : i===8 ? x-0.4 : i===6? x*0.7: x), slow: d.map((x,i)=> i<4? x*2.5 : i===20? 0.12 : i===8 ? x+0.3 : i===4 ? 5.5: x) };
for (const n of sizes) for (const [name, truth] of Object.entries(sets)) {
  const log = o.simulatedHistories(truth, n, n);
  const sorted = log.times.toSorted(); const cut = sorted[Math.floor(sorted.length*.8)];
  const items = oracleItems(log, cut);
  let t = performance.now(); const p = await oracleFit(items); const tn = performance.now()-t;
  t = performance.now(); let q = o.fitParameters(log, {before: cut, relearningSteps: 1}); const cold = performance.now()-t;
  t = performance.now(); q = o.fitParameters(log, {before: cut, relearningSteps: 1}); const tj = performance.now()-t;
  const w = o.evenWeights(log, cut);
  const L = [truth, d, p, q].map(x=>o.meanLogLoss(log, w, x));
  console.log(n, name, items.length, w.count, 'native', tn.toFixed(0), 'ours', cold.toFixed(0), tj.toFixed(0), 'loss true/default/native/ours', L.map(x=>x.toFixed(4)).join(' '), ((L[3]/L[2]-1)*100).toFixed(2)+'%');
  if (process.argv[3]) { console.log(p.map(x=>x.toFixed(2)).join(' ')); console.log(q.map(x=>x.toFixed(2)).join(' ')); }
}
