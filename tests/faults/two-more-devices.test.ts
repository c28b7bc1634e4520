import 'fake-indexeddb/auto';
import { testLives } from './model/test-lives.ts';

// Beside `two-devices`, for a second core.
testLives('two-more-devices', 150);
