// `npm run soak [-- RUNS [SEED]]`: thousands of runs of every kind on two sessions at once (test/engine/soak.ts).
import { runBundled } from './run-bundled.mjs';

await runBundled('test/engine/soak.ts', 2);
