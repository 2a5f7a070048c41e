/** The main job in a real VS Code: from the learner's file to the drawn result. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Fit, PanelState } from '../../src/run-model/state.ts';
import {
  closeEditors,
  endOfRun,
  lineOf,
  moveInto,
  openPython,
  openWorkbookFile,
  replaceIn,
  runExercise,
  panelState,
  typeOver,
} from './extension.ts';
import { eventually, webview, windowIsReachable, workbench } from './window.ts';

const heading = '# %% [3.4] ';

/** PyTorch's own results of section 3.4 with seed 0: losses, and learned minus true. */
const recorded = {
  train: [11.27313, 3.88163, 1.49472, 0.56624, 0.20431, 0.0791],
  validation: [2.21695, 0.30563, 0.04204],
  w: [-0.0534, 0.1924],
  b: [-0.2123],
};

/** The same numbers up to the digits that were recorded. */
function assertClose(values: readonly unknown[] | null | undefined, expected: readonly number[]): void {
  const close = (value: unknown, index: number) =>
    typeof value === 'number' && Math.abs(value - expected[index]!) <= 1e-4 + 1e-4 * Math.abs(value);
  assert.ok(
    values?.length === expected.length && values.every(close),
    `got ${JSON.stringify(values)}, PyTorch ${JSON.stringify(expected)}`,
  );
}

function onlyFit(state: PanelState): Fit {
  assert.equal(state.status, 'ok', state.results.error?.traceback);
  const [fit, ...others] = state.results.fits;
  assert.ok(fit && others.length === 0, `${state.results.fits.length} fits`);
  return fit;
}

/** Values of a curve in order; what became infinite or NaN is null. */
function valuesOf(fit: Fit, label: string): (number | null)[] {
  const curve = fit.curves.find((candidate) => candidate.label === label);
  assert.ok(curve, `no curve ${label} among ${fit.curves.map((candidate) => candidate.label).join(', ')}`);
  return curve.points.map(([, value]) => (typeof value === 'number' ? value : null));
}

describe('section 3.4 in the workbook', () => {
  let editor: vscode.TextEditor;

  before(async () => {
    editor = await openWorkbookFile('3.4-linear-regression-scratch.py');
  });

  after(closeEditors);

  it('has a CodeLens above the exercise', async () => {
    const line = lineOf(editor.document, heading);
    const ask = async () => {
      const { uri } = editor.document;
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        uri,
      );
      return lenses.filter((lens) => lens.range.start.line === line).map((lens) => lens.command?.title ?? '');
    };
    const titles = await eventually('a CodeLens', ask, (found) => found.length > 0);
    assert.match(titles[0]!, /Run D2L exercise 3\.4$/);
  });

  it('shows the CodeLens in the window', async function () {
    if (!windowIsReachable) this.skip();
    moveInto(editor, heading);
    const drawn = () => workbench.texts('.codelens-decoration');
    await eventually('the CodeLens', drawn, (texts) =>
      texts.some((text) => text.includes('Run D2L exercise 3.4')),
    );
  });

  it('trains by the command, and learns the true weights', async () => {
    moveInto(editor, heading);
    const fit = onlyFit(await runExercise());
    assert.equal(fit.model, 'LinearRegressionScratch');
    assert.equal(fit.completed, 3);
    assertClose(valuesOf(fit, 'train_loss'), recorded.train);
    assertClose(valuesOf(fit, 'val_loss'), recorded.validation);
    const weights = new Map(fit.weights.map((weight) => [weight.name, weight]));
    assert.deepEqual([...weights.keys()].sort(), ['b', 'w']);
    assertClose(weights.get('w')?.difference, recorded.w);
    assertClose(weights.get('b')?.difference, recorded.b);
  });

  it('shows curves, weights and the printed output in the panel', async function () {
    if (!windowIsReachable) this.skip();
    const table = await eventually(
      'the weights',
      () => webview.text('table.weights-table'),
      (text) => text.includes('w[0'),
    );
    assert.match(table, /4\.2/);
    assert.ok((await webview.count('canvas')) > 0, 'nothing is drawn');
    assert.match(await webview.text('.legend'), /train[^]*validation/);
    assert.match(await webview.text('body'), /w off by tensor\(/);
  });

  it('follows the typing: another lr, another curve, with the divergence marked', async () => {
    const before = await panelState();
    await typeOver(editor, heading, '0.03', '2.5');
    const shown = async () => {
      const { status, results } = await panelState();
      return { status, curve: results.fits[0]?.curves.find(({ label }) => label === 'train_loss') };
    };
    const diverged = await eventually(
      'the divergence',
      shown,
      ({ status, curve }) => status === 'ok' && Boolean(curve?.diverged),
      40,
    );
    assert.notDeepEqual(diverged.curve, onlyFit(before).curves[0]);
  });

  it('says in the panel that the training diverged', async function () {
    if (!windowIsReachable) this.skip();
    const sentence = () => webview.text('.sentence.bad');
    await eventually('the sentence', sentence, (text) => /^Diverged at epoch .* is above 2\/λmax/.test(text));
  });

  it('runs with a value from the panel and leaves the file alone', async function () {
    if (!windowIsReachable) this.skip();
    const code = editor.document.getText();
    const before = await panelState();
    const epochs = onlyFit(before).epochs;
    await webview.click('vscode-button[aria-label="max_epochs: one more"]');
    assert.equal(onlyFit(await endOfRun(before.run)).completed, epochs + 1);
    assert.equal(editor.document.getText(), code);
  });

  it('keeps the last good result while the code does not parse', async () => {
    await replaceIn(editor, heading, 'lr=2.5', 'lr=0.03');
    const good = await endOfRun((await panelState()).run);
    await replaceIn(editor, heading, 'lr=0.03', 'lr=0.03(');
    const settled = await eventually(
      'the state while the code does not parse',
      panelState,
      ({ run, status }) => run !== good.run && status === 'error',
    );
    assert.match(settled.results.error?.type ?? '', /SyntaxError/);
    assert.deepEqual(settled.lastGood?.fits, good.results.fits);
    await replaceIn(editor, heading, 'lr=0.03(', 'lr=0.03');
  });
});

describe('a run that does not end by itself', () => {
  after(closeEditors);

  it('is stopped by the command, and the next run works', async () => {
    await openPython('# %% [1.1] Forever', 'while True:', '    pass');
    const before = (await panelState()).run;
    void vscode.commands.executeCommand('d2l.runExercise');
    await eventually(
      'the start',
      panelState,
      ({ run, status }) => run !== before && status === 'running',
      40,
    );
    await vscode.commands.executeCommand('d2l.stop');
    const stopped = await endOfRun(before, 10);
    assert.equal(stopped.status, 'stopped');
    await closeEditors();
    await openPython('# %% [1.2] After', "print('still', 'here')");
    const next = await runExercise();
    assert.equal(next.status, 'ok');
    assert.match(next.results.outputs.map(({ text }) => text).join(''), /still here/);
  });
});

describe('a block that fails', () => {
  after(closeEditors);

  it("has PyTorch's message on the learner's line", async () => {
    const editor = await openPython(
      '# %% [2.5] Twice',
      'import torch',
      '',
      'x = torch.ones(2, requires_grad=True)',
      'y = (x * x).sum()',
      'y.backward()',
      'y.backward()',
    );
    const state = await runExercise();
    assert.equal(state.status, 'error');
    const problems = () => vscode.languages.getDiagnostics(editor.document.uri);
    const [problem] = await eventually('the diagnostic', problems, (found) => found.length > 0);
    assert.equal(problem!.range.start.line, 6);
    assert.equal(problem!.severity, vscode.DiagnosticSeverity.Error);
    assert.match(problem!.message, /^RuntimeError: Trying to backward through the graph a second time/);
  });

  it('shows the error in the panel', async function () {
    if (!windowIsReachable) this.skip();
    await eventually(
      'the error',
      () => webview.text('body'),
      (text) => text.includes('backward through the graph'),
    );
  });

  it('loses its diagnostic when the line is mended', async () => {
    const editor = vscode.window.activeTextEditor!;
    const problems = () => vscode.languages.getDiagnostics(editor.document.uri);
    assert.equal(problems().length, 1);
    await editor.edit((edit) => edit.delete(editor.document.lineAt(6).range));
    await eventually('no diagnostic', problems, (found) => found.length === 0);
  });
});
