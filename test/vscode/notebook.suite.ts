/** A notebook in the real VS Code: run, share, interrupt, restart, save, reopen; its runs in the panel. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openPanel, openPython, panelState } from './extension.ts';
import { execute, openNotebook, run, showNotebook, shown } from './notebooks.ts';
import { eventually, webview, windowIsReachable, workbench } from './window.ts';

const photos = process.env['D2L_PHOTOS'];

/** For people who look at it: `D2L_PHOTOS=folder node scripts/test-vscode.mjs`. */
async function photograph(name: string): Promise<void> {
  if (photos && windowIsReachable) await workbench.screenshot(`${photos}/${name}.png`);
}

const CELLS = [
  'from d2l import torch as d2l\nimport torch\nprint("ready")\ncount = 20',
  '%matplotlib inline\ncount += 1\ncount',
  'model = d2l.LinearRegressionScratch(2, lr=0.03)\ndata = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2)\nd2l.Trainer(max_epochs=3).fit(model, data)',
  'd2l.plot(torch.arange(0, 3, 0.1), [torch.arange(0, 3, 0.1) ** 2], "x", "f(x)")',
  'def fail(x):\n    return x / 0\nfail(count)',
  'print("begins", flush=True)\nwhile True:\n    count += 1',
  '#@tab mxnet\nimport mxnet',
  'leaf = torch.ones(2, requires_grad=True)\nl = leaf.exp().sum()\nl.backward()',
];

const [SET_UP, VALUE, FIT, FIGURE, ERROR, ENDLESS, OTHER_TAB, TAPE] = [0, 1, 2, 3, 4, 5, 6, 7];

const STDOUT = 'application/vnd.code.notebook.stdout';
const STDERR = 'application/vnd.code.notebook.stderr';
const FAILURE = 'application/vnd.code.notebook.error';

describe('a notebook', () => {
  let notebook: vscode.NotebookDocument;

  before(async () => {
    notebook = await openNotebook('scratch-notebook.ipynb', CELLS);
  });

  after(closeEditors);

  it('runs cells that share their names, numbers them, and displays the last value', async () => {
    const first = await run(notebook, SET_UP);
    assert.equal(shown(first, STDOUT), 'ready\n');
    assert.equal(first.executionSummary?.executionOrder, 1);
    assert.equal(first.executionSummary.success, true);
    const second = await run(notebook, VALUE);
    assert.equal(shown(second, 'text/plain'), '21');
    assert.equal(second.executionSummary?.executionOrder, 2);
  });

  it('draws the curves of a fit below its cell', async () => {
    const cell = await run(notebook, FIT);
    assert.match(shown(cell, 'text/plain'), /train_loss, val_loss over epoch/);
    for (const words of ['train_loss', 'epoch'])
      assert.match(shown(cell, 'image/svg+xml'), new RegExp(`<svg [^]*>${words}<`));
  });

  it('opens a cell’s run in the panel, with its weights', async () => {
    const cell = notebook.cellAt(FIT);
    await vscode.commands.executeCommand('d2l.openCellRun', cell.document.uri.toString());
    const state = await panelState();
    assert.equal(state.exercise?.title, 'In [3]');
    assert.deepEqual(state.results.fits[0]?.weights.map(({ name }) => name).sort(), ['b', 'w']);
    if (!windowIsReachable) return;
    const table = () => webview.text('table.weights-table');
    await eventually('the weights', table, (text) => text.includes('w[0'));
    const items = () => workbench.texts('.cell-statusbar-container .cell-status-item');
    await eventually('the item in the status bar', items, (texts) =>
      texts.some((text) => text.includes('D2L ✓')),
    );
    await photograph('notebook');
  });

  it('tells the graph behind a cell’s names without running the cell again', async () => {
    const cell = await run(notebook, TAPE);
    await vscode.commands.executeCommand('d2l.openCellRun', cell.document.uri.toString());
    assert.equal((await panelState()).results.graph, undefined);
    await vscode.commands.executeCommand('d2l.showGraph', { path: 'l' });
    const { results } = await eventually(
      'the graph',
      panelState,
      (state) => state.results.graph !== undefined,
    );
    const { nodes = [] } = results.graph ?? {};
    assert.deepEqual(
      nodes.map(({ name, leaf, isFreed = false }) => [leaf?.name ?? name, isFreed]),
      [
        ['ExpBackward0', true],
        ['SumBackward0', false],
        ['leaf', false],
      ],
    );
    const again = await run(notebook, VALUE);
    assert.equal(again.executionSummary?.executionOrder, (cell.executionSummary?.executionOrder ?? 0) + 1);
  });

  it('shows what plt draws', async () => {
    const cell = await run(notebook, FIGURE);
    assert.match(shown(cell, 'text/plain'), /<Figure/);
  });

  it('shows an error where it happened, in words of a notebook, and gives up the cells behind', async () => {
    const [cell, behind] = [notebook.cellAt(ERROR), notebook.cellAt(ENDLESS)];
    await execute(notebook, ERROR, ENDLESS + 1);
    await eventually(
      'the end',
      () => cell.executionSummary?.timing,
      (timing) => timing !== undefined,
    );
    assert.equal(cell.executionSummary?.success, false);
    const failure = JSON.parse(shown(cell, FAILURE)) as { name: string; message: string; stack: string };
    assert.equal(failure.name, 'ZeroDivisionError');
    assert.match(failure.stack, /Cell In\[\d+\], line 3[^]*Cell In\[\d+\], line 2/);
    assert.equal(behind.executionSummary?.executionOrder, undefined);
    const problems = vscode.languages.getDiagnostics(cell.document.uri);
    assert.deepEqual(
      problems.map(({ range }) => range.start.line),
      [1],
    );
    await photograph('notebook-error');
  });

  it('says which cells it does not run', async () => {
    const cell = await run(notebook, OTHER_TAB);
    assert.match(shown(cell, STDERR), /Not run: this cell is for mxnet/);
    assert.equal(cell.executionSummary?.success, true);
  });

  it('is interrupted, and keeps what it had', async () => {
    const cell = notebook.cellAt(ENDLESS);
    void execute(notebook, ENDLESS, ENDLESS + 1);
    await eventually(
      'the start',
      () => shown(cell, STDOUT),
      (text) => text.includes('begins'),
    );
    await vscode.commands.executeCommand('notebook.cancelExecution');
    await eventually(
      'the end',
      () => shown(cell, FAILURE),
      (text) => text.includes('KeyboardInterrupt'),
    );
    await eventually(
      'the end',
      () => cell.executionSummary?.success,
      (success) => success === false,
    );
    const value = await run(notebook, VALUE);
    assert.ok(Number(shown(value, 'text/plain')) > 22, shown(value, 'text/plain'));
  });

  it('starts anew on restart', async () => {
    await vscode.commands.executeCommand('d2l.restartNotebook', {
      notebookEditor: { notebookUri: notebook.uri },
    });
    const cell = await run(notebook, VALUE);
    assert.equal(cell.executionSummary?.executionOrder, 1);
    assert.match(shown(cell, FAILURE), /NameError/);
  });

  it('keeps its outputs in the file, and runs again when opened again', async () => {
    await run(notebook, SET_UP);
    await run(notebook, FIT);
    assert.ok(await notebook.save());
    await closeEditors();
    const uri = notebook.uri;
    const file = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))) as {
      cells: { execution_count: number | null; outputs: { output_type: string; text?: unknown }[] }[];
    };
    assert.deepEqual(
      file.cells[SET_UP]?.outputs.map(({ output_type }) => output_type),
      ['stream'],
    );
    assert.deepEqual(
      file.cells[FIT]?.outputs.map(({ output_type }) => output_type),
      ['display_data'],
    );
    assert.equal(file.cells[SET_UP]?.execution_count, 2);
    notebook = await showNotebook(uri);
    assert.equal(shown(notebook.cellAt(SET_UP), STDOUT), 'ready\n');
    assert.equal((await run(notebook, SET_UP)).executionSummary?.success, true);
  });
});

describe('the panel beside a notebook', () => {
  let notebook: vscode.NotebookDocument;
  const select = (index: number): void => {
    const editor = vscode.window.activeNotebookEditor;
    assert.ok(editor, 'no notebook is in front');
    editor.selection = new vscode.NotebookRange(index, index + 1);
  };
  const names = async () => (await panelState()).parameters.map(({ name }) => name);
  const title = async () => (await panelState()).exercise?.title;

  before(async () => {
    notebook = await openNotebook('scratch-panel.ipynb', CELLS);
    await run(notebook, SET_UP);
  });

  after(closeEditors);

  it('follows the selected cell, whether it has run or not', async () => {
    select(FIT);
    await eventually('the cell that has not run', title, (shown) => shown === 'Cell 3');
    assert.deepEqual(await names(), ['lr', 'w', 'b', 'max_epochs']);
    select(SET_UP);
    await eventually('the cell that has run', title, (shown) => shown === 'In [1]');
    assert.match((await panelState()).results.outputs.map(({ text }) => text).join(''), /ready/);
    const editor = await openPython('# %% [1.3] Beside', 'rate = 1');
    await eventually('the file', title, (shown) => shown === 'Beside');
    await vscode.window.showNotebookDocument(notebook, { viewColumn: vscode.ViewColumn.One });
    await eventually('the notebook again', title, (shown) => shown === 'In [1]');
    assert.ok(editor.document.uri);
  });

  it('has controls for its cell, which run it, are told, and go into the code', async function () {
    select(FIT);
    await eventually('the cell', title, (shown) => shown === 'Cell 3');
    if (!windowIsReachable) return this.skip();
    await openPanel('d2l.openPanel');
    const more = 'vscode-button[aria-label="max_epochs: one more"]';
    await eventually(
      'the control',
      () => webview.count(more),
      (count) => count === 1,
    );
    await webview.click(more);
    const epochs = async () => (await panelState()).results.fits[0]?.completed;
    await eventually('a run of four epochs', epochs, (count) => count === 4, 40);
    const cell = notebook.cellAt(FIT);
    assert.match(cell.document.getText(), /max_epochs=3/);
    await photograph('notebook-controls');
    const overrides = async () =>
      (await panelState()).parameters.flatMap(({ name, override }) => (override === null ? [] : [name]));
    assert.deepEqual(await overrides(), ['max_epochs']);
    const items = () => workbench.texts('.cell-statusbar-container .cell-status-item');
    await eventually('the value below the cell', items, (texts) =>
      texts.some((text) => text.includes('max_epochs = 4')),
    );
    await webview.evaluate(
      `[...document.querySelectorAll('vscode-button')].find((button) => /Apply/.test(button.textContent)).click()`,
    );
    await eventually(
      'the code',
      () => cell.document.getText(),
      (text) => text.includes('max_epochs=4'),
    );
    await eventually('no override', overrides, (left) => left.length === 0);
    if (!windowIsReachable) return;
    const left =
      "[...document.querySelectorAll('.file-only')].filter((one) => one.offsetParent !== null).length";
    assert.equal(await webview.evaluate(left), 0, 'offers what a cell has not');
  });

  it('takes an edit of the cell in, and marks results of other code', async () => {
    const { document } = notebook.cellAt(FIT);
    await run(notebook, FIT);
    const at = document.getText().indexOf('0.03');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + 4)), '0.5');
    await vscode.workspace.applyEdit(edit);
    const shown = async () => {
      const { parameters, outdated } = await panelState();
      return { lr: parameters.find(({ name }) => name === 'lr')?.value, outdated };
    };
    await eventually('the new value', shown, ({ lr, outdated }) => lr === 0.5 && outdated);
    await notebook.save();
  });
});

describe('two notebooks', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('share nothing', async () => {
    const first = await openNotebook('scratch-first.ipynb', CELLS);
    await run(first, SET_UP);
    const second = await openNotebook('scratch-second.ipynb', CELLS);
    assert.match(shown(await run(second, VALUE), FAILURE), /NameError/);
    await Promise.all([first.save(), second.save()]);
  });
});
