/** Entry of the suite: VS Code calls {@link run} in its extension host. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { inspect } from 'node:util';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import { leaveBehind } from './restore.ts';
import { windowIsReachable } from './window.ts';

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

/** What the part before the reload of the window left; undefined in that part itself. */
async function earlierResults(file: string): Promise<SuiteResults | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as SuiteResults;
  } catch {
    return undefined;
  }
}

/** Runs the suites whose files end so; `D2L_TEST_ONLY` names a part of their names. */
function runSuites(ending: string): Promise<SuiteResults> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, slow: 10_000, color: false });
  for (const name of suitesOf(ending)) mocha.addFile(path.join(__dirname, name));
  return runMocha(mocha);
}

function suitesOf(ending: string): readonly string[] {
  const only = process.env['D2L_TEST_ONLY'] ?? '';
  return readdirSync(__dirname)
    .filter((name) => name.endsWith(ending) && name.includes(only))
    .sort();
}

/**
 * VS Code calls this once more after the window was reloaded, which is done once all other suites have passed: `*.reloaded.ts` tell
 * what has to be there again.
 */
export async function run(): Promise<void> {
  const file = process.env['D2L_TEST_RESULTS'];
  if (!file) throw new Error('D2L_TEST_RESULTS does not name the file for the results');
  const earlier = await earlierResults(file);
  const results = await runSuites(earlier === undefined ? '.suite.js' : '.reloaded.js');
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(earlier === undefined ? results : joined(earlier, results), null, 2));
  if (results.failed.length > 0) throw new Error(`${results.failed.length} failed`);
  if (earlier !== undefined || !windowIsReachable || suitesOf('.reloaded.js').length === 0) return;
  await leaveBehind();
  await vscode.commands.executeCommand('workbench.action.reloadWindow');
  await new Promise(() => undefined); // this extension host ends with its window
}

function joined(one: SuiteResults, other: SuiteResults): SuiteResults {
  return {
    passed: [...one.passed, ...other.passed],
    failed: [...one.failed, ...other.failed],
    skipped: [...one.skipped, ...other.skipped],
  };
}
