// `npm run bench:table -- --python PATH [--node PATH…] [--write]`: the tables of docs/performance.md.
import { runBundled } from '../../scripts/run-bundled.mjs';

await runBundled('bench/table/table.ts', 1);
