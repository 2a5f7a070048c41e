/** Entry of the suite: VS Code calls {@link run} in its extension host. */
import { mkdir, writeFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { inspect } from 'node:util';
import Mocha from 'mocha';

interface TestResult {
  readonly title: string;
  readonly milliseconds: number;
  readonly error?: string;
}

/** What the launcher requires: without this file the run did not happen, whatever VS Code's exit code says. */
interface SuiteResults {
  readonly passed: readonly TestResult[];
  readonly failed: readonly TestResult[];
  readonly skipped: readonly string[];
}

function describeTest(test: Mocha.Runnable, error?: unknown): TestResult {
  const result = { title: test.fullTitle(), milliseconds: test.duration ?? 0 };
  if (error === undefined) return result;
  return { ...result, error: error instanceof Error ? (error.stack ?? error.message) : inspect(error) };
}

function runMocha(mocha: Mocha): Promise<SuiteResults> {
  const passed: TestResult[] = [];
  const failed: TestResult[] = [];
  const skipped: string[] = [];
  return new Promise((resolve) => {
    const runner = mocha.run(() => resolve({ passed, failed, skipped }));
    runner.on('pass', (test) => passed.push(describeTest(test)));
    runner.on('fail', (test, error) => failed.push(describeTest(test, error)));
    runner.on('pending', (test) => skipped.push(test.fullTitle()));
  });
}

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, slow: 10_000, color: false });
  const only = process.env['D2L_TEST_ONLY'] ?? '';
  const suites = readdirSync(__dirname).filter((name) => name.endsWith('.suite.js') && name.includes(only));
  for (const name of suites.sort()) mocha.addFile(path.join(__dirname, name));
  const results = await runMocha(mocha);
  const file = process.env['D2L_TEST_RESULTS'];
  if (!file) throw new Error('D2L_TEST_RESULTS does not name the file for the results');
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(results, null, 2));
  if (results.failed.length > 0) throw new Error(`${results.failed.length} failed`);
}
