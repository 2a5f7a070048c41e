// `npm run bench:process -- [--beside DIST] [--rounds N] [--json]`: what the engine's process costs, beside another build.
import { runBundled } from '../scripts/run-bundled.mjs';

await runBundled('bench/process/program.ts', 1);
