/** The debugger in a notebook: its cells' breakpoints, functions of other cells, the names that are there. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  KEEPS_TO_THE_EDITOR,
  breakAt,
  configure,
  endDebugging,
  evaluated,
  goOn,
  standing,
  topFrame,
} from './debugging.ts';
import { closeEditors, panelState } from './extension.ts';
import { execute, openNotebook } from './notebooks.ts';
import { eventually, windowIsReachable, workbench } from './window.ts';

const photos = process.env['D2L_PHOTOS'];

const CELLS = [
  [
    'import torch',
    'from d2l import torch as d2l',
    'class Model(d2l.LinearRegressionScratch):',
    '    def loss(self, y_hat, y):',
    '        difference = y_hat - y.reshape(y_hat.shape)',
    '        return (difference ** 2 / 2).mean()',
  ],
  [
    'model = Model(2, lr=0.03)',
    'data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2, num_train=64)',
    'd2l.Trainer(max_epochs=1).fit(model, data)',
  ],
  ['model.w.shape'],
];

describe('the debugger in a notebook', () => {
  let notebook: vscode.NotebookDocument;

  before(async () => {
    await configure(photos ? {} : KEEPS_TO_THE_EDITOR);
    notebook = await openNotebook(
      'scratch-debug.ipynb',
      CELLS.map((lines) => lines.join('\n')),
    );
  });

  after(async () => {
    await endDebugging();
    await closeEditors();
    await vscode.workspace.fs.delete(notebook.uri);
  });

  const finished = (index: number) =>
    eventually(
      `the end of cell ${String(index)}`,
      () => Promise.resolve(notebook.cellAt(index).executionSummary?.success),
      (success) => success === true,
      40,
    );

  it('stands in the function of a cell that ran before, with the names of both, and opens that cell', async () => {
    await execute(notebook, 0, 1);
    await finished(0);
    const [definition, fit] = notebook.getCells();
    assert.ok(definition && fit);
    const line = breakAt(definition.document, '        return', 'self.trainer.train_batch_idx == 1');
    await vscode.commands.executeCommand('d2l.debugCell', fit);
    const frame = await standing();
    const uri = definition.document.uri.toString();
    const { source, ...place } = await topFrame(frame);
    assert.equal(place.line, line);
    assert.deepEqual([source.name, source.path], ['scratch-debug.ipynb: Cell 1', uri]);
    assert.match(await evaluated(frame, 'difference'), /^\(32, 1\) float32/);
    assert.equal(await evaluated(frame, 'model is self'), 'True');
    await eventually(
      'the cell with the frame in the editor',
      () => Promise.resolve(vscode.window.activeTextEditor?.document.uri.toString()),
      (shown) => shown === uri,
    );
    const { standsAt, results } = await panelState();
    assert.deepEqual([standsAt, results.fits.length], [{ document: 'Cell In[1]', line }, 1]);
    if (windowIsReachable && photos) await workbench.screenshot(`${photos}/debug-cell.png`);
    await goOn();
    await finished(1);
    assert.equal((await panelState()).standsAt, null);
    await execute(notebook, 2, 3);
    await finished(2);
  });

  it('takes a breakpoint that is toggled in a cell, and begins by F5 with the cell at the cursor', async () => {
    vscode.debug.removeBreakpoints(vscode.debug.breakpoints);
    const cell = notebook.cellAt(1);
    await vscode.window.showNotebookDocument(notebook, { selections: [new vscode.NotebookRange(1, 2)] });
    await vscode.commands.executeCommand('notebook.cell.edit');
    await eventually(
      'the cell’s editor',
      () => Promise.resolve(vscode.window.activeTextEditor?.document),
      (document) => document === cell.document,
    );
    await vscode.commands.executeCommand('editor.debug.action.toggleBreakpoint');
    await eventually(
      'the breakpoint',
      () => Promise.resolve(vscode.debug.breakpoints.length),
      (count) => count === 1,
    );
    await vscode.commands.executeCommand('workbench.action.debug.start');
    const { source } = await topFrame(await standing());
    assert.equal(source.path, cell.document.uri.toString());
    await goOn();
  });
});
