import { bundle } from '../bundle.js';
import { writeFileSync } from 'node:fs';
writeFileSync('/tmp/fitlab/opt.cjs', await bundle('tests/bench/fit/optimizer.ts') + `
const o=globalThis.optimizer; const log=o.simulatedHistories(o.defaultParameters,20000,1);
for(let i=0;i<15;i++){const t=performance.now(); o.fitParameters(log,{relearningSteps:1}); console.log((performance.now()-t).toFixed(0));}
`);
