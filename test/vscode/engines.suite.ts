/** Exercises on a Python outside the sandbox: chosen, named, compared with the built-in engine, and a choice that is broken. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as vscode from 'vscode';
import type { PanelState } from '../../src/run-model/state.ts';
import { answerDialogs } from './dialogs.ts';
import {
  closeEditors,
  moveInto,
  openPanel,
  openPython,
  openWorkbookFile,
  panelState,
  runExercise,
} from './extension.ts';
import { makeFakePython } from './fake-python.ts';
import { photographThemes, takesPhotographs } from './photographs.ts';
import { eventually, webview, windowIsReachable, workbench } from './window.ts';

const HEADING = '# %% [9.8] Which torch';
/** One with PyTorch. */
const REAL = process.env['D2L_TEST_PYTHON'];

/** The oldest that runs exercises. */
const IS_NEW_ENOUGH = 'import sys; sys.exit(sys.version_info < (3, 10))';

async function choose(engine: string | undefined, python?: string): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('d2l');
  await configuration.update('python', python, vscode.ConfigurationTarget.Workspace);
  await configuration.update('engine', engine, vscode.ConfigurationTarget.Workspace);
}

async function openProgram(): Promise<void> {
  moveInto(await openPython(HEADING, 'import torch', "print('torch', torch.__version__)"), HEADING);
}

const printed = ({ results }: PanelState): string => results.outputs.map(({ text }) => text).join('');

/** Whether the panel's page shows it where it stands. */
const isSeen = (selector: string): Promise<unknown> =>
  webview.evaluate(`document.querySelector('${selector}').checkVisibility()`);

/** Waits for the end of the comparison. */
async function compared(): Promise<NonNullable<PanelState['engineComparison']>> {
  await vscode.commands.executeCommand('d2l.compareWithPyTorch');
  const { engineComparison } = await eventually(
    'the end of the comparison',
    panelState,
    (state) => state.engineComparison !== null && state.engineComparison.status !== 'running',
    60,
  );
  return engineComparison!;
}

/** The guide's: `D2L_PHOTOS=docs/images D2L_TEST_PYTHON=PATH D2L_TEST_ONLY=engines node scripts/test-vscode.mjs`. */
async function photograph(): Promise<void> {
  if (!takesPhotographs) return;
  await workbench.resize(1440, 1500);
  await workbench.dragLeftEdge('.part.auxiliarybar', -360);
  await webview.evaluate(`document.querySelector('section.parameters details').open = false`);
  await photographThemes('engines', webview.screenshot);
}

describe('an engine outside the sandbox', () => {
  let python: string;
  const said: string[] = [];
  let restoreDialogs: () => void;

  before(function () {
    restoreDialogs = answerDialogs(said);
    const isThere = process.platform !== 'win32' && spawnSync('python3', ['-c', IS_NEW_ENOUGH]).status === 0;
    if (!isThere) this.skip();
    python = makeFakePython();
  });
  afterEach(async () => {
    await choose(undefined);
    await closeEditors();
  });
  after(() => restoreDialogs());

  it('runs what is asked for once it is allowed, and the header says who computed', async () => {
    await openProgram();
    await choose('python', python);
    if (windowIsReachable) await openPanel('d2l.openPanel');
    const state = await runExercise();
    assert.equal(state.status, 'ok', state.note ?? '');
    assert.match(printed(state), /torch 2\.0\.0\+fake/);
    assert.equal(state.results.pytorch?.torch, '2.0.0+fake');
    assert.match(state.engine.name, /^PyTorch 2\.0\.0, Python 3\.\d+$/);
    if (windowIsReachable) {
      assert.match(await webview.text('.engine'), /PyTorch 2\.0\.0, Python 3/);
      assert.match(await webview.text('.facts'), /PyTorch 2\.0\.0, Python 3/);
    }
    await runExercise();
    assert.equal(said.length, 1);
    assert.match(said[0]!, /outside the sandbox.*can read and change your files/s);
  });

  it('is compared with the built-in engine, with the first line in which they differ', async () => {
    await openProgram();
    await choose('python', python);
    const { comparison, sides, problem } = await compared();
    assert.equal(problem, null);
    assert.equal(comparison?.verdict, 'different');
    assert.deepEqual(
      comparison.parts.filter(({ first }) => first !== null).map(({ kind }) => kind),
      ['printed'],
    );
    assert.match(sides[1].printed.join(), /2\.0\.0\+fake/);
    if (windowIsReachable) {
      await openPanel('d2l.openPanel');
      assert.match(await webview.text('.engine-verdict'), /^They part: printed text in line 1/);
      assert.ok(await isSeen('.engine-verdict'), 'the comparison of what has not run is not seen');
      assert.match(await webview.text('.compared-text mark'), /^torch /);
    }
    await vscode.commands.executeCommand('d2l.runExercise');
  });

  it('falls back to the built-in engine with the reason where the choice is broken', async () => {
    await openProgram();
    await choose('python', '/nowhere/bin/python');
    const state = await runExercise();
    assert.equal(state.status, 'ok');
    assert.equal(state.results.pytorch, undefined);
    assert.match(state.note ?? '', /^There is no Python at .nowhere.* The built-in engine ran this\.$/);
  });

  it('is offered where the built-in engine lacks a name', async () => {
    await choose('python', python);
    const editor = await openPython('# %% [9.9] Not here', 'import torch', 'torch.quantize_per_tensor');
    moveInto(editor, '# %% [9.9] ');
    await choose(undefined);
    const { results } = await runExercise();
    assert.match(results.error?.message ?? '', /^D2L Exercises does not support torch\.quantize_per_tensor/);
    const { pytorchOffer } = await eventually(
      'the offer',
      panelState,
      (state) => state.pytorchOffer !== null,
    );
    assert.match(pytorchOffer ?? '', /^PyTorch/);
    const [diagnostic] = vscode.languages.getDiagnostics(editor.document.uri);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      diagnostic!.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    assert.ok(actions.some(({ command }) => command?.command === 'd2l.runWithPyTorch'));
  });

  it('trains section 3.4 to the same numbers on real PyTorch', async function () {
    if (REAL === undefined) this.skip();
    this.timeout(120_000);
    moveInto(await openWorkbookFile('3.4-linear-regression-scratch.py'), '# %% [3.4] ');
    await choose('python', REAL);
    const { comparison, problem } = await compared();
    assert.deepEqual([problem, comparison?.verdict], [null, 'same']);
    if (!windowIsReachable) return;
    await openPanel('d2l.openPanel');
    assert.match(await webview.text('.engine'), /PyTorch 2\.\d+\.\d+, Python 3/);
    assert.match(await webview.text('.engine-verdict'), /^The same to 1e-6/);
    await photograph();
  });
});
