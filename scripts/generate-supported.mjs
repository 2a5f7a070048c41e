// `npm run docs`: writes docs/supported.md from the engine's declarations and its Python modules.
import { build } from 'esbuild';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.dirname(import.meta.dirname);
const bundle = path.join(root, 'build/supported/document.mjs');
await build({
  entryPoints: [path.join(root, 'test/engine/supported/document.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  logLevel: 'warning',
});
const { supportedDocument } = await import(pathToFileURL(bundle).href);
writeFileSync(path.join(root, 'docs/supported.md'), await supportedDocument(path.join(root, 'dist')));
