// Runs a bench's program inside the served VS Code: the only one whose window can be timed.
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { chooseHost, variable } from '../test-host/choose-host.mjs';
import { runInside } from '../test-host/run-inside.mjs';

const root = path.dirname(import.meta.dirname);
const resultsFile = path.join(root, 'build/bench-inside.json');

/** @returns {Promise<string>} the built file of bench/NAME/program.ts */
export async function buildProgram(name) {
  const outfile = path.join(root, `dist/bench/${name}.js`);
  await build({
    entryPoints: [path.join(root, `bench/${name}/program.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    logLevel: 'warning',
  });
  return outfile;
}

/** Starts a VS Code for the program and gives what it wrote to the file that D2L_BENCH_RESULTS names. */
export async function resultsOf(program, environment = {}) {
  process.env[variable] ??= 'served';
  const host = await chooseHost();
  if (host.kind !== 'served') throw new Error(`only the served VS Code can be timed, not ${host.because}`);
  await mkdir(path.dirname(resultsFile), { recursive: true });
  await rm(resultsFile, { force: true });
  await runInside(host, program, { environment: { ...environment, D2L_BENCH_RESULTS: resultsFile } });
  return JSON.parse(await readFile(resultsFile, 'utf8'));
}
