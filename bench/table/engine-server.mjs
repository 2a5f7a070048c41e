// `node bench/table/engine-server.mjs HELPERS`: the engine on the Node that runs this, asked by lines of JSON.
import { runBundled } from '../../scripts/run-bundled.mjs';

await runBundled('bench/table/engine-server.ts', 1);
