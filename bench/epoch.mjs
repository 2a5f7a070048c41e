// `npm run bench:epoch -- --python PATH [--rounds N]`: an epoch over all of Fashion-MNIST's pictures, beside PyTorch.
import { runBundled } from '../scripts/run-bundled.mjs';

await runBundled('bench/epoch/program.ts', 1);
