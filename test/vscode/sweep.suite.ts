/** A parameter swept from the panel: the form, the runs side by side, charts and table, and a value taken over. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, moveInto, openWorkbookFile, panelState, runExercise } from './extension.ts';
import { eventually, webview, windowIsReachable } from './window.ts';

const FILE = '3.4-linear-regression-scratch.py';
const HEADING = '# %% [3.4] ';
const KEY = 'LinearRegressionScratch.lr';

async function endOfSweep(): Promise<NonNullable<Awaited<ReturnType<typeof panelState>>['sweep']>> {
  const read = async () => (await panelState()).sweep;
  const ended = await eventually(
    'the end of the sweep',
    read,
    (s) => s !== null && s.status !== 'running',
    60,
  );
  assert.ok(ended);
  return ended;
}

describe('a sweep', () => {
  let editor: vscode.TextEditor;

  before(async function () {
    this.timeout(60_000);
    editor = await openWorkbookFile(FILE);
    moveInto(editor, HEADING);
    await runExercise();
  });
  after(closeEditors);

  it('is set up in a form that the command opens for the parameter it is given', async () => {
    const argument = {
      uri: editor.document.uri.toString(),
      line: editor.selection.active.line + 1,
      key: KEY,
    };
    await vscode.commands.executeCommand('d2l.sweepParameter', argument);
    await eventually('the form', panelState, ({ sweepForm }) => sweepForm === KEY);
    if (!windowIsReachable) return;
    const preview = () => webview.text('.sweep-preview');
    assert.match(await eventually('the preview', preview, (text) => text !== ''), /^9 values: 0\.0003, /);
  });

  it('of 3.4 learns or diverges by the rate, and is drawn', async function () {
    this.timeout(90_000);
    if (!windowIsReachable) return this.skip();
    await vscode.commands.executeCommand('notifications.clearAll');
    await webview.fill('.sweep-form [aria-label="From"] input', '0.01');
    await webview.fill('.sweep-form [aria-label="To"] input', '10');
    await webview.fill('.sweep-form [aria-label="Count"] input', '4');
    await webview.click('.sweep-form vscode-button[aria-label="Run sweep"]');
    const { status, runs, values, threads } = await endOfSweep();
    assert.deepEqual([status, runs.length, values], ['done', 4, [0.01, 0.1, 1, 10]]);
    assert.ok(threads !== null && threads >= 1);
    const diverged = runs.filter(({ losses }) => losses.some((loss) => loss.diverged !== null));
    assert.deepEqual(
      diverged.map(({ at }) => values[at]),
      [10],
    );
    const table = () => webview.text('.sweep-table');
    assert.match(await eventually('the table', table, (text) => text.includes('diverged')), /2\/λmax = 1\.8/);
    assert.equal(await webview.count('.sweep-table tbody tr'), 4);
    assert.ok((await webview.count('.sweep canvas')) >= 2, 'curves and results are not drawn');
    assert.match(
      await webview.text('.sweep .sentence'),
      /^Lowest validation loss: .* at lr 0\.1\. Diverged at 10\.$/,
    );
  });

  it('has rows of which one can be used, which runs', async function () {
    if (!windowIsReachable) return this.skip();
    const before = (await panelState()).run;
    await webview.click('.sweep-table button[data-focus="use 1"]');
    const lr = async () => (await panelState()).parameters.find(({ key }) => key === KEY)?.override;
    await eventually('the override', lr, (value) => value === 0.1);
    await eventually('its run', panelState, ({ run, status }) => run !== before && status === 'ok');
    assert.equal((await panelState()).sweep?.outdated, false);
  });

  it('is marked when the code is other code, and stays', async function () {
    if (!windowIsReachable) return this.skip();
    const end = new vscode.Position(editor.selection.active.line, 0);
    assert.ok(await editor.edit((edit) => edit.insert(end, 'torch.manual_seed(1)\n')));
    await eventually('the mark', panelState, ({ sweep }) => sweep?.outdated === true);
    await eventually(
      'the note',
      () => webview.text('.sweep .note'),
      (text) => text.includes('has changed since this sweep'),
    );
    assert.equal((await panelState()).sweep?.runs.length, 4);
  });
});
