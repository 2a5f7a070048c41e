// `npm run bench:looks -- [WORD…] [--rounds N] [--json]`: what it costs that a run is looked into.
import { runBundled } from '../scripts/run-bundled.mjs';

await runBundled('bench/looks/program.ts', 1);
