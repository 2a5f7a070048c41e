// `npm run bench:thresholds`: from which size on a backend beats the `js` kernels on this machine.
import { runBundled } from '../scripts/run-bundled.mjs';

await runBundled('bench/thresholds.ts', 1);
