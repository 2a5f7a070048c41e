// `node --expose-gc bench/memory-probe.mjs [RUNS]`: what an engine takes at rest and after many runs, as JSON.
import { runBundled } from '../scripts/run-bundled.mjs';

await runBundled('bench/memory-probe.ts', 1);
