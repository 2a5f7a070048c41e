// `npm run parity [-- FOLDER]`: bundles the comparison with PyTorch's recorded results and runs it (test/engine/parity.ts).
import { runBundled } from './run-bundled.mjs';

await runBundled('test/engine/parity.ts', 2);
