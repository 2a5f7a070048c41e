/** Run is where the code is: a pasted script without cells, exercises by comments, and cells made of them. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, endOfRun, openPython, panelState, runExercise } from './extension.ts';
import { eventually, windowIsReachable, workbench } from './window.ts';

interface Shown {
  readonly line: number;
  readonly title: string;
}

async function lenses(document: vscode.TextDocument): Promise<Shown[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    100,
  );
  const ours = found.filter(({ command }) => command?.command.startsWith('d2l.'));
  return ours.map(({ range, command }) => ({ line: range.start.line, title: command?.title ?? '' }));
}

describe('a script that imports torch, pasted from elsewhere', () => {
  after(closeEditors);

  it('has the CodeLens and the title button, and runs by it', async () => {
    const { document } = await openPython(
      'import torch',
      'from torch import nn',
      '',
      '# 1. load the data',
      'X = torch.rand(64, 1)',
      'y = 3 * X + 1',
      '# 2. define the model',
      'net = nn.Linear(1, 1)',
      'optimizer = torch.optim.SGD(net.parameters(), lr=0.5)',
      '# 3. train it',
      'for epoch in range(30):',
      '    optimizer.zero_grad()',
      '    loss = ((net(X) - y) ** 2).mean()',
      '    loss.backward()',
      '    optimizer.step()',
    );
    const shown = await eventually(
      'the CodeLens',
      () => lenses(document),
      (found) => found.length > 0,
    );
    assert.deepEqual(shown, [
      { line: 0, title: '$(play) Run D2L exercise' },
      { line: 0, title: '$(debug-alt) Debug D2L exercise' },
    ]);
    const before = (await panelState()).run;
    if (windowIsReachable) {
      const button = '.editor-actions .codicon-play-circle';
      const buttons = () => workbench.evaluate(`document.querySelectorAll(${JSON.stringify(button)}).length`);
      await eventually('the title button', buttons, (count) => Number(count) > 0);
      await workbench.click(button);
    } else await vscode.commands.executeCommand('d2l.runExercise');
    const { status, results } = await endOfRun(before);
    assert.equal(status, 'ok', results.error?.traceback);
    assert.equal(results.fits[0]?.curves[0]?.points.length, 30);
  });

  it('has none that has nothing to do with it', async () => {
    const { document } = await openPython(
      'import os',
      '# 1. list',
      'print(os.name)',
      '# 2. more',
      'print(2)',
    );
    assert.deepEqual(await lenses(document), []);
  });
});

describe('exercises that comments mark', () => {
  after(closeEditors);

  const SCRIPT = [
    'import torch',
    '',
    '# [1] zero init',
    'print("one", torch.zeros(2).sum())',
    '',
    '# [8-2] a wrong label',
    'print("eight")',
    '',
  ];

  it('have CodeLenses of their own, and run alone', async () => {
    const editor = await openPython(...SCRIPT);
    const shown = await eventually(
      'the CodeLenses',
      () => lenses(editor.document),
      (found) => found.length > 2,
    );
    assert.deepEqual(
      shown.map(({ line, title }) => `${String(line)} ${title}`),
      [
        '2 $(play) Run D2L exercise 1',
        '2 $(debug-alt) Debug D2L exercise',
        '2 Wrap as cells',
        '5 $(play) Run D2L exercise 8-2',
        '5 $(debug-alt) Debug D2L exercise',
        '5 Run all above',
      ],
    );
    editor.selection = new vscode.Selection(6, 0, 6, 0);
    const { status, exercise, results } = await runExercise();
    assert.equal(status, 'ok', results.error?.traceback);
    assert.equal(exercise?.id, '8-2');
    assert.equal(results.outputs.map(({ text }) => text).join(''), 'eight\n');
  });

  it('become cells by one edit, which Undo takes back, and keep their results', async () => {
    const { document } = vscode.window.activeTextEditor!;
    const before = document.getText();
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(2, 0, 2, 0),
      vscode.CodeActionKind.RefactorRewrite.value,
    );
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Wrap D2L exercises as cells'],
    );
    await vscode.commands.executeCommand('d2l.wrapAsCells');
    assert.deepEqual(
      document
        .getText()
        .split('\n')
        .filter((line) => line.startsWith('# ')),
      ['# %% [1] zero init', '# %% [8-2] a wrong label'],
    );
    const { exercise, results } = await panelState();
    assert.equal(exercise?.id, '8-2');
    assert.match(results.outputs.map(({ text }) => text).join(''), /eight/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });
});
