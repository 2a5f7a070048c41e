// `npm run bench [-- --python PATH]`: bundles the bench and runs it. Not a test: it prints times and judges none.
import { runBundled } from '../scripts/run-bundled.mjs';

await runBundled('bench/bench.ts', 1);
