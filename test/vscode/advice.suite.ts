/** Mistakes at their lines: diagnostics with an explanation, and quick fixes that correct the code. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, endOfRun, openPython, panelState, runExercise } from './extension.ts';
import { eventually } from './window.ts';

const REGRESSION = [
  'import torch',
  'from torch import nn',
  'X = torch.randn(64, 2)',
  'y = X @ torch.tensor([2.0, -3.4]) + 4.2',
  'net = nn.Linear(2, 1)',
  'trainer = torch.optim.SGD(net.parameters(), lr=0.03)',
];

const diagnosticsOf = (editor: vscode.TextEditor): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(editor.document.uri).filter(({ source }) => source === 'D2L');

async function fixesAt(editor: vscode.TextEditor): Promise<vscode.CodeAction[]> {
  const [diagnostic] = await eventually(
    'a diagnostic',
    () => diagnosticsOf(editor),
    (found) => found.length === 1,
  );
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    editor.document.uri,
    diagnostic!.range,
    vscode.CodeActionKind.QuickFix.value,
  );
  return actions.filter(({ edit }) => edit !== undefined);
}

/** Applies the only fix and waits for the run that follows the edit, or starts one. */
async function correct(editor: vscode.TextEditor, title: string): Promise<void> {
  const [fix, ...others] = await fixesAt(editor);
  assert.deepEqual([fix?.title, others.length], [title, 0]);
  const before = (await panelState()).run;
  assert.ok(await vscode.workspace.applyEdit(fix!.edit!));
  const { status } = await endOfRun(before);
  assert.equal(status, 'ok');
  await eventually(
    'no diagnostic',
    () => diagnosticsOf(editor),
    (found) => found.length === 0,
  );
}

describe('help at the mistake', () => {
  afterEach(closeEditors);

  it('corrects a second backward, and the exercise runs', async () => {
    const editor = await openPython(
      '# %% [9.1] Twice',
      'import torch',
      'x = torch.arange(4.0, requires_grad=True)',
      'y = (x * x).sum()',
      'y.backward()',
      'y.backward()',
    );
    editor.selection = new vscode.Selection(2, 0, 2, 0);
    assert.equal((await runExercise()).status, 'error');
    const [diagnostic] = await eventually(
      'the error',
      () => diagnosticsOf(editor),
      (found) => found.length === 1,
    );
    assert.equal(diagnostic!.range.start.line, 5);
    assert.equal(diagnostic!.severity, vscode.DiagnosticSeverity.Error);
    assert.match(diagnostic!.message, /second time[^]*backward\(\) in line 5 has used up this graph/);
    await correct(editor, 'Keep the graph: retain_graph=True');
    assert.equal(editor.document.lineAt(4).text, 'y.backward(retain_graph=True)');
  });

  it('warns of flat labels although nothing is raised, and corrects them', async () => {
    const editor = await openPython(
      '# %% [9.2] Flat',
      ...REGRESSION,
      'for epoch in range(3):',
      '    l = ((net(X) - y) ** 2).mean()',
      '    trainer.zero_grad()',
      '    l.backward()',
      '    trainer.step()',
    );
    editor.selection = new vscode.Selection(2, 0, 2, 0);
    const state = await runExercise();
    assert.equal(state.status, 'ok');
    assert.deepEqual(
      state.results.advice.map(({ kind }) => kind),
      ['broadcastLoss'],
    );
    const [diagnostic] = diagnosticsOf(editor);
    assert.equal(diagnostic?.severity, vscode.DiagnosticSeverity.Warning);
    await correct(editor, 'Make the labels a column: reshape(-1, 1)');
    assert.match(editor.document.lineAt(8).text, /net\(X\) - y\.reshape\(-1, 1\)\)/);
  });

  it('clears gradients that nobody clears', async () => {
    const editor = await openPython(
      '# %% [9.3] Kept',
      ...REGRESSION,
      'for epoch in range(5):',
      '    l = ((net(X) - y.reshape(-1, 1)) ** 2).mean()',
      '    l.backward()',
      '    trainer.step()',
    );
    editor.selection = new vscode.Selection(2, 0, 2, 0);
    assert.equal((await runExercise()).status, 'ok');
    await correct(editor, 'Clear the gradients before backward()');
    assert.equal(editor.document.lineAt(9).text, '    trainer.zero_grad()');
  });
});
