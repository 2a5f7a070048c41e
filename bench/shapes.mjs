// `npm run bench:shapes -- [--rounds N] [--json]`: what it costs that a run is looked into for the shapes behind its lines.
import { runBundled } from '../scripts/run-bundled.mjs';

await runBundled('bench/shapes/program.ts', 1);
