// `npm run parity [-- FOLDER]`: bundles the comparison with PyTorch's recorded results and runs it (test/engine/parity.ts).
import { build } from 'esbuild';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.dirname(import.meta.dirname);
const bundle = path.join(root, 'build/parity/parity.mjs');
await build({
  entryPoints: [path.join(root, 'test/engine/parity.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  logLevel: 'warning',
});
const { main } = await import(pathToFileURL(bundle).href);
try {
  process.exitCode = await main(process.argv.slice(2), root);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
