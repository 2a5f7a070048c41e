// Runs the suite of test/vscode inside a real VS Code: `node scripts/test-vscode.mjs`, after `npm run build`.
import { readdirSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { chooseHost } from '../test-host/choose-host.mjs';
import { runInside } from '../test-host/run-inside.mjs';

const root = path.dirname(import.meta.dirname);
const sources = path.join(root, 'test/vscode');
const built = path.join(root, 'dist/test');
const resultsFile = path.join(root, 'build/vscode-results.json');
const logFile = path.join(root, 'build/vscode-workbench.log');

/** Compiles the programs that run inside VS Code to dist/test/ and returns that folder. */
export async function buildSuite() {
  await rm(built, { recursive: true, force: true });
  const programs = readdirSync(sources).filter((name) =>
    /^(run|typing|live-editing|screenshot|states|walkthrough|missing-data-pictures|network-pictures|look-pictures)\.ts$|\.(suite|reloaded)\.ts$/.test(
      name,
    ),
  );
  await build({
    entryPoints: programs.map((name) => path.join(sources, name)),
    outdir: built,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return built;
}

async function readResults() {
  try {
    return JSON.parse(await readFile(resultsFile, 'utf8'));
  } catch (error) {
    throw new Error(`VS Code ended without the suite's results: ${error.message}`, { cause: error });
  }
}

function print({ passed, failed, triedAgain, skipped }) {
  for (const test of passed) console.log(`  passed  ${test.title} (${test.milliseconds} ms)`);
  for (const title of skipped) console.log(`  skipped ${title}`);
  for (const test of triedAgain) console.log(`  tried again  ${test.title}\n${test.error}`);
  for (const test of failed) console.log(`  FAILED  ${test.title}\n${test.error}`);
}

/** What a VS Code that died left undone, each a failure: the test under way and the suites it did not come to. */
function undone({ running, unrun }) {
  return [...(running ? [`died during "${running}"`] : []), ...unrun.map((name) => `${name} did not end`)];
}

/**
 * @returns {Promise<{passed: number, failed: number, failures: string[]}>} a VS Code that fails although no test did counts
 *   as one failure, and so does every suite that did not come to its end
 */
export async function testInVsCode() {
  await rm(resultsFile, { force: true });
  const suite = await buildSuite();
  const host = await chooseHost();
  console.log(`test host: ${host.because}`);
  let hostFailure;
  try {
    const environment = { D2L_TEST_RESULTS: resultsFile, D2L_TEST_LOG: logFile };
    const extensions = [path.join(sources, 'language-server')];
    await runInside(host, path.join(suite, 'run.js'), { environment, extensions });
  } catch (error) {
    hostFailure = error;
  }
  const results = await readResults();
  print(results);
  const unfinished = undone(results);
  for (const what of unfinished) console.error(`  FAILED  ${what}`);
  const failures = [...results.failed.map(summary), ...unfinished];
  if (hostFailure && failures.length === 0)
    failures.push(`VS Code failed after the tests: ${hostFailure.message}`);
  return { passed: results.passed.length, failed: failures.length, failures };
}

/** One line of a failed test. */
const summary = ({ title, error }) => `${title}: ${error.split('\n')[0]}`;

if (process.argv[1] === import.meta.filename) {
  const { passed, failed, failures } = await testInVsCode();
  for (const failure of failures) console.log(`FAILED ${failure}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
