// Writes the Python side of the engine's operations, and the names that modules offer in their packages, into
// dist/generated/python. Of the operations: for each name one function or method
// that hands its arguments to the overloads of its schemas. A new operation in TypeScript needs nothing here.
import { build } from 'esbuild';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { groupByName } from './python-operations/groups.mjs';
import { writeCollected } from './python-collected.mjs';
import { moduleText } from './python-operations/module-text.mjs';

const ENTRY = 'src/training/autograd/operations/index.ts';
const FOLDER = 'dist/generated/python/torch';
/** Where the functions of a namespace go, and what their schemas' names begin with. */
const MODULES = {
  torch: { file: '_operations.py', prefix: '' },
  'nn.functional': { file: '_operations_nn.py', prefix: '' },
  linalg: { file: '_operations_linalg.py', prefix: 'linalg_' },
  special: { file: '_operations_special.py', prefix: 'special_' },
  fft: { file: '_operations_fft.py', prefix: 'fft_' },
};

export async function generatePython() {
  const declarations = await readDeclarations();
  await mkdir(FOLDER, { recursive: true });
  for (const [namespace, { file, prefix }] of Object.entries(MODULES)) {
    const groups = groupByName(declarations, namespace, prefix);
    await writeFile(path.join(FOLDER, file), moduleText(namespace, groups));
  }
  await writeCollected();
}

async function readDeclarations() {
  const bundle = path.resolve('dist/generated/operations.mjs');
  await build({
    stdin: {
      contents: `import './${ENTRY}'; export { declarations } from './src/training/autograd/operation.ts';`,
      resolveDir: '.',
    },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    outfile: bundle,
    logLevel: 'warning',
  });
  const { declarations } = await import(`${pathToFileURL(bundle).href}?${Date.now()}`);
  await rm(bundle);
  return [...declarations.entries()].map(([entry, declaration]) => ({ entry, ...declaration }));
}

if (process.argv[1] === import.meta.filename) await generatePython();
