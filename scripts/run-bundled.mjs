// Runs a program of ours that is written in TypeScript: bundles it into build/ and calls its `main(arguments, root)`.
import { build } from 'esbuild';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.dirname(import.meta.dirname);

/** @param failure the exit status when `main` throws; else the status is what it returns */
export async function runBundled(entry, failure) {
  const bundle = path.join(root, 'build/bundled', `${path.basename(entry, '.ts')}.mjs`);
  await build({
    entryPoints: [path.join(root, entry)],
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
    process.exitCode = failure;
  }
}
