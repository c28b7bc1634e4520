import { testLives } from './model/test-lives.ts';
import { times } from './numbers.ts';

// The same in a real Chromium, on its own IndexedDB: a few, for each takes seconds there.
testLives('two-real-devices', times('REAL', 3, 50));
