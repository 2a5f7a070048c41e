// `npm run bench:panel`: times the panel in the served VS Code, from a keystroke to the redrawn chart; ends with 1 when a target is missed.
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { chooseHost, variable } from '../test-host/choose-host.mjs';
import { runInside } from '../test-host/run-inside.mjs';

const root = path.dirname(import.meta.dirname);
const program = path.join(root, 'dist/bench/panel.js');
const resultsFile = path.join(root, 'build/bench-panel.json');

async function buildProgram() {
  await build({
    entryPoints: [path.join(root, 'bench/panel/program.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    logLevel: 'warning',
  });
}

process.env[variable] ??= 'served';
const host = await chooseHost();
if (host.kind !== 'served') throw new Error(`only the served VS Code can be timed, not ${host.because}`);
await buildProgram();
await mkdir(path.dirname(resultsFile), { recursive: true });
await rm(resultsFile, { force: true });
await runInside(host, program, { environment: { D2L_BENCH_RESULTS: resultsFile } });
const { lines, missed } = JSON.parse(await readFile(resultsFile, 'utf8'));
console.log(`\n${lines.join('\n')}`);
for (const target of missed) console.log(`MISSED  ${target}`);
process.exitCode = missed.length > 0 ? 1 : 0;
