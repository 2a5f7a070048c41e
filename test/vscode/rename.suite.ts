/** A file that is renamed, in VS Code or outside of it, keeps its past runs, their pins and its last run. */
import assert from 'node:assert/strict';
import { rename } from 'node:fs/promises';
import * as vscode from 'vscode';
import { closeEditors, moveInto, openPython, panelState, runExercise } from './extension.ts';
import { eventually } from './window.ts';

const HEADING = '# %% [3.4.6] ';

async function ranFile(name: string): Promise<vscode.Uri> {
  const editor = await openPython(
    `# %% Set-up ${name}`,
    'from d2l import torch as d2l',
    `${HEADING}${name}`,
    'model = d2l.LinearRegressionScratch(2, lr=0.03)',
    'data = d2l.SyntheticRegressionData(w=d2l.tensor([2, -3.4]), b=4.2)',
    'd2l.Trainer(max_epochs=2).fit(model, data)',
  );
  moveInto(editor, HEADING);
  assert.equal((await runExercise()).status, 'ok');
  return editor.document.uri;
}

async function showsItsRun(uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  moveInto(await vscode.window.showTextDocument(document, vscode.ViewColumn.One), HEADING);
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const state = await eventually(
    'its past run',
    panelState,
    ({ documentName, history }) => documentName === name && history.length === 1,
  );
  assert.equal(state.status, 'ok');
  assert.equal(state.results.fits.length, 1);
}

describe('a renamed file', () => {
  afterEach(closeEditors);

  it('keeps its past runs when VS Code renames it', async () => {
    const from = await ranFile('By VS Code');
    const to = from.with({ path: from.path.replace(/[^/]*$/, 'renamed-by-code.py') });
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(from, to, { overwrite: true });
    assert.ok(await vscode.workspace.applyEdit(edit));
    await showsItsRun(to);
  });

  it('keeps them when it is renamed on the disk', async () => {
    const from = await ranFile('On the disk');
    const to = from.with({ path: from.path.replace(/[^/]*$/, 'renamed-on-disk.py') });
    await closeEditors();
    await rename(from.fsPath, to.fsPath);
    await showsItsRun(to);
  });
});
