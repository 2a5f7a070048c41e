/** Entry of the suite: VS Code calls {@link run} in its extension host. */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import { leaveOverrides } from './overrides-left.ts';
import { leaveBehind } from './restore.ts';
import { noResults, runMocha, type SuiteResults } from './results.ts';
import { windowIsReachable } from './window.ts';

/**
 * What the launcher requires, written after every test: without this file the run did not happen, whatever VS Code's
 * exit code says, and a VS Code that dies leaves what it had come to.
 */
interface LaunchResults extends SuiteResults {
  /** Files of suites that are still to run. */
  unrun: readonly string[];
  /** The window is about to be reloaded: who finds this goes on behind the reload. */
  reloading: boolean;
}

function resultsFile(): string {
  const file = process.env['D2L_TEST_RESULTS'];
  if (!file) throw new Error('D2L_TEST_RESULTS does not name the file for the results');
  return file;
}

function write(results: LaunchResults): void {
  mkdirSync(path.dirname(resultsFile()), { recursive: true });
  writeFileSync(resultsFile(), JSON.stringify(results, null, 2));
}

/** What is there before any suite has run, or what the part before the reload of the window left. */
function resultsSoFar(): LaunchResults {
  let earlier: LaunchResults;
  try {
    earlier = JSON.parse(readFileSync(resultsFile(), 'utf8')) as LaunchResults;
  } catch {
    return { ...noResults(), unrun: [], reloading: false };
  }
  if (!earlier.reloading) throw new Error(`the extension host was started again during ${earlier.running}`);
  return earlier;
}

/** Of the suites that run in an English window, which is the one that is reloaded. */
const ENGLISH = '.suite.js';

/** Runs the suites whose files end so. */
async function runSuites(ending: string, results: LaunchResults): Promise<void> {
  // A window takes focus and repaints when it likes: what fails once in many runs is tried again, and the results say so.
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, slow: 10_000, color: false, retries: 1 });
  const files = suitesOf(ending);
  for (const name of files) mocha.addFile(path.join(__dirname, name));
  await runMocha(mocha, results, () => write(results));
  results.unrun = results.unrun.filter((name) => !files.includes(name));
  results.running = null;
  write(results);
}

/** `D2L_TEST_ONLY` names a part of their names, or several: `panel.suite|workbook`. */
function suitesOf(ending: string): readonly string[] {
  const only = (process.env['D2L_TEST_ONLY'] ?? '').split('|');
  return readdirSync(__dirname)
    .filter((name) => name.endsWith(ending) && only.some((part) => name.includes(part)))
    .sort();
}

/**
 * VS Code calls this once more after the window was reloaded, which is done once all other suites have ended, whether or
 * not they passed: `*.reloaded.ts` tell what has to be there again.
 */
export async function run(): Promise<void> {
  const results = resultsSoFar();
  if (results.reloading) return runBehindReload(results);
  const ending = process.env['D2L_TEST_SUITES'] ?? ENGLISH;
  const reloaded = windowIsReachable && ending === ENGLISH ? suitesOf('.reloaded.js') : [];
  results.unrun = [...suitesOf(ending), ...reloaded];
  await runSuites(ending, results);
  if (reloaded.length === 0) return complain(results);
  await leaveOverrides();
  await leaveBehind();
  results.reloading = true;
  write(results);
  await vscode.commands.executeCommand('workbench.action.reloadWindow');
  await new Promise(() => undefined); // this extension host ends with its window
}

async function runBehindReload(results: LaunchResults): Promise<void> {
  results.reloading = false;
  await runSuites('.reloaded.js', results);
  complain(results);
}

function complain({ failed }: SuiteResults): void {
  if (failed.length > 0) throw new Error(`${failed.length} failed`);
}
