import 'fake-indexeddb/auto';
import { testLives } from './model/test-lives.ts';
import { times } from './numbers.ts';

testLives('two-devices', times('MODEL', 150, 10_000));
