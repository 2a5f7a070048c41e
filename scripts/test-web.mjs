// The tests in VS Code for the web: the same suites as in scripts/test-vscode.mjs, as far as a browser has what they are about.
// `D2L_TEST_ONLY` chooses among them by a part of their names; `--plain` takes a page that is not cross-origin isolated.
import { build } from 'esbuild';
import { readdirSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { offerHands } from '../test-host/hands.mjs';
import { settings } from '../test-host/run-inside.mjs';
import { openWebCode } from '../test-host/web-code.mjs';
import { built, buildWeb } from './web/build.mjs';
import { nodeModules } from './web/node-modules.mjs';
import { twins } from './web/twins.mjs';

const root = path.dirname(import.meta.dirname);
const sources = path.join(root, 'test/vscode');
const LIMIT_MILLISECONDS = Number(process.env.D2L_TEST_SECONDS ?? 900) * 1000;

/** What is not there in a browser, or needs Node in the test itself. */
const NOT_HERE = {
  'data.suite.ts': 'starts a server of data sets',
  'compare.suite.ts': 'compares with a Python of this machine',
  'engines.suite.ts': 'engines outside the sandbox',
  'environment.suite.ts': 'the test host itself',
  'panel-languages.suite.ts': 'writes pages to the disk',
  'rename.suite.ts': 'renames files on the disk',
  'seven-steps.suite.ts': 'starts a server of data sets',
  'report.suite.ts': 'reads the report from the disk',
};

function suites() {
  const only = (process.env.D2L_TEST_ONLY ?? '').split('|');
  return readdirSync(sources)
    .filter((name) => /\.(?:suite|browser)\.ts$/.test(name) && !Object.hasOwn(NOT_HERE, name))
    .filter((name) => only.some((part) => name.includes(part)))
    .sort();
}

/** One script: an extension host in a browser loads no second one. */
async function buildSuites(outfile, hands) {
  const names = suites();
  const contents = `
    import { runWeb } from './run-web.ts';
    export const run = () => runWeb([${names.map((name) => `() => require('./${name}')`).join(', ')}]);`;
  const environment = {
    D2L_TEST_UI: hands.address,
    D2L_TEST_WEB: 'yes',
    ...(process.env.D2L_PHOTOS ? { D2L_PHOTOS: process.env.D2L_PHOTOS } : {}),
  };
  await build({
    stdin: { contents, resolveDir: sources, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    sourcemap: 'inline',
    external: ['vscode'],
    inject: ['src/web/globals.ts', 'test/vscode/web-process.ts'],
    define: { 'process.env': JSON.stringify(environment) },
    plugins: [built, twins, nodeModules],
    logLevel: 'warning',
  });
}

function print({ passed, failed, triedAgain, skipped }) {
  for (const test of passed) console.log(`  passed  ${test.title} (${test.milliseconds} ms)`);
  for (const title of skipped) console.log(`  skipped ${title}`);
  for (const test of triedAgain) console.log(`  tried again  ${test.title}\n${test.error}`);
  for (const test of failed) console.log(`  FAILED  ${test.title}\n${test.error}`);
}

/** @returns {Promise<{passed: number, failed: number, failures: string[]}>} */
export async function testWeb({ isolated = true } = {}) {
  await buildWeb();
  const scratch = await mkdtemp(path.join(tmpdir(), 'd2l-web-'));
  const folder = path.join(scratch, 'workbook');
  let results;
  const hands = await offerHands({ report: (_page, fields) => void (results = fields.results) });
  try {
    await cp(path.join(root, 'workbook'), folder, { recursive: true });
    const script = path.join(root, 'dist/web/tests.js');
    await mkdir(path.dirname(script), { recursive: true });
    await buildSuites(script, hands);
    let end;
    const ended = new Promise((resolve) => (end = resolve));
    const code = await openWebCode({
      extension: root,
      folder,
      scratch,
      isolated,
      tests: script,
      settings: settings('dark'),
      prepare: async (page) => {
        hands.give(page);
        await page.exposeFunction('codeAutomationLog', () => undefined);
        await page.exposeFunction('codeAutomationExit', () => end('ended'));
        page.on('crash', () => end('the browser crashed'));
      },
    });
    const how = await Promise.race([ended, sleep(LIMIT_MILLISECONDS, 'no end in time', { ref: false })]);
    await code.close();
    if (results === undefined) return { passed: 0, failed: 1, failures: [`no results: ${how}`] };
    print(results);
    if (results.running !== null) results.failed.push({ title: results.running, error: how });
    const failures = results.failed.map(({ title, error }) => `${title}: ${error.split('\n')[0]}`);
    return { passed: results.passed.length, failed: failures.length, failures };
  } finally {
    hands.close();
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

if (process.argv[1] === import.meta.filename) {
  const { passed, failed, failures } = await testWeb({ isolated: !process.argv.includes('--plain') });
  for (const failure of failures) console.log(`FAILED ${failure}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
  process.exit();
}
