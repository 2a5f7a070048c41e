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
    /^(run|typing|live-editing|screenshot|states|walkthrough|missing-data-pictures|network-pictures|look-pictures|shape-pictures)\.ts$|\.(suite|reloaded|translated)\.ts$/.test(
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

/** The display language of the window in which `*.translated.ts` run. */
const LANGUAGE = 'zh-cn';

/** Whether `D2L_TEST_ONLY` leaves any suite whose file ends in one of these ways. */
function isWanted(suite, ...endings) {
  const only = (process.env.D2L_TEST_ONLY ?? '').split('|');
  return readdirSync(suite).some(
    (name) => endings.some((ending) => name.endsWith(ending)) && only.some((part) => name.includes(part)),
  );
}

/**
 * @returns {Promise<{passed: number, failed: number, failures: string[]}>} a VS Code that fails although no test did counts
 *   as one failure, and so does every suite that did not come to its end
 */
async function testIn(host, suite, ending, language) {
  await rm(resultsFile, { force: true });
  let hostFailure;
  try {
    const environment = {
      D2L_TEST_RESULTS: resultsFile,
      D2L_TEST_LOG: logFile,
      D2L_TEST_SUITES: ending,
    };
    const extensions = [path.join(sources, 'language-server')];
    await runInside(host, path.join(suite, 'run.js'), { language, environment, extensions });
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

/**
 * @returns what both windows came to: the English one, and where VS Code is served one in another language (desktop VS Code
 *   speaks none without the language pack, which would be a download)
 */
export async function testInVsCode() {
  const suite = await buildSuite();
  const host = await chooseHost();
  console.log(`test host: ${host.because}`);
  const runs = [];
  // The window of the first runs what is asked for behind a reload as well.
  if (isWanted(suite, '.suite.js', '.reloaded.js')) runs.push(await testIn(host, suite, '.suite.js'));
  if (host.kind === 'served' && isWanted(suite, '.translated.js'))
    runs.push(await testIn(host, suite, '.translated.js', LANGUAGE));
  return {
    passed: runs.reduce((sum, { passed }) => sum + passed, 0),
    failed: runs.reduce((sum, { failed }) => sum + failed, 0),
    failures: runs.flatMap(({ failures }) => failures),
  };
}

/** One line of a failed test. */
const summary = ({ title, error }) => `${title}: ${error.split('\n')[0]}`;

if (process.argv[1] === import.meta.filename) {
  const { passed, failed, failures } = await testInVsCode();
  for (const failure of failures) console.log(`FAILED ${failure}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
