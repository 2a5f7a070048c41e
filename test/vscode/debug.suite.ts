/** The debugger in the editor: a breakpoint inside `loss`, what stands there, a step, and the end of the run. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  KEEPS_TO_THE_EDITOR,
  breakAt,
  configure,
  endDebugging,
  evaluated,
  goOn,
  sessionEnd,
  standing,
  topLine,
} from './debugging.ts';
import {
  closeEditors,
  moveInto,
  openPython,
  openWorkbookFile,
  panelState,
  runExercise,
  typeOver,
} from './extension.ts';
import { photographThemes, takesPhotographs } from './photographs.ts';
import { eventually, webview, windowIsReachable } from './window.ts';

const PROGRAM = [
  '# %% [3.4.6] Debug a loss',
  'import torch',
  'from d2l import torch as d2l',
  'class Model(d2l.LinearRegressionScratch):',
  '    def loss(self, y_hat, y):',
  '        difference = y_hat - y.reshape(y_hat.shape)',
  '        return (difference ** 2 / 2).mean()',
  'model = Model(2, lr=0.03)',
  'data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2, num_train=64)',
  'd2l.Trainer(max_epochs=1).fit(model, data)',
  "print('trained')",
];

/** For people who look at it: `D2L_PHOTOS=folder D2L_TEST_ONLY=debug node scripts/test-vscode.mjs`. */
async function photograph(name: string): Promise<void> {
  if (!takesPhotographs) return;
  await vscode.commands.executeCommand('workbench.debug.action.focusVariablesView');
  await vscode.commands.executeCommand('list.expand');
  await photographThemes(name);
}

describe('the debugger', () => {
  before(() => configure(takesPhotographs ? {} : KEEPS_TO_THE_EDITOR));

  after(async () => {
    await endDebugging();
    await closeEditors();
    await vscode.commands.executeCommand('d2l.openPanel');
  });

  it('stands at a breakpoint inside loss where its condition holds, shows what is there, steps, and goes on to the end', async () => {
    const editor = await openPython(...PROGRAM);
    const line = breakAt(editor.document, '        return', 'self.trainer.train_batch_idx == 1');
    moveInto(editor, PROGRAM[0]!);
    await vscode.commands.executeCommand('d2l.debugExercise');
    const frame = await standing();
    assert.equal(await topLine(frame), line);
    assert.match(await evaluated(frame, 'difference'), /^\(32, 1\) float32/);
    assert.equal(await evaluated(frame, 'self.trainer.train_batch_idx'), '1');
    await photograph('debugger');

    await vscode.commands.executeCommand('workbench.action.debug.stepOver');
    await eventually(
      'a step',
      () => standing().then(topLine),
      (now) => now > 0 && now !== line,
    );

    await goOn();
    const { results } = await panelState();
    assert.equal(results.fits.length, 1);
  });

  const NETWORKS = [
    {
      name: 'a perceptron',
      layers: 'nn.Flatten(), nn.Linear(64, 16), nn.ReLU(), nn.Linear(16, 10)',
      output: '(32, 10) float32',
    },
    {
      name: 'a small convolutional network',
      layers: 'nn.Conv2d(1, 4, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(36, 10)',
      output: '(32, 10) float32',
    },
  ];

  for (const { name, layers, output } of NETWORKS) {
    it(`steps through the training of ${name}, in its forward and its loop`, async () => {
      const editor = await openPython(
        '# %% [5] Network',
        'import torch',
        'from torch import nn',
        'class Net(nn.Module):',
        '    def __init__(self):',
        '        super().__init__()',
        `        self.net = nn.Sequential(${layers})`,
        '    def forward(self, X):',
        '        out = self.net(X)',
        '        return out',
        'net, X, y = Net(), torch.randn(32, 1, 8, 8), torch.randint(0, 10, (32,))',
        'sgd = torch.optim.SGD(net.parameters(), lr=0.1)',
        'for step in range(3):',
        '    l = nn.functional.cross_entropy(net(X), y)',
        '    sgd.zero_grad()',
        '    l.backward()',
        '    sgd.step()',
      );
      vscode.debug.removeBreakpoints(vscode.debug.breakpoints);
      const line = breakAt(editor.document, '        return out', 'step == 1');
      moveInto(editor, '# %% [5] Network');
      await vscode.commands.executeCommand('d2l.debugExercise');
      const frame = await standing();
      assert.equal(await topLine(frame), line);
      assert.ok((await evaluated(frame, 'out')).startsWith(output));
      await photograph(`debugger-${name.split(' ').at(-1)!}`);
      assert.match(await evaluated(frame, 'self.net[-1].weight.grad.norm()'), /^\(\) float32/);
      await vscode.commands.executeCommand('workbench.action.debug.stepOut');
      await eventually(
        'the loop',
        () => standing().then(topLine),
        (now) => now > line,
      );
      await goOn();
      assert.equal((await panelState()).status, 'ok');
    });
  }

  it('begins by the CodeLens of another exercise than the one at the cursor', async () => {
    const editor = await openPython('# %% [1] One', 'one = 1', '', '# %% [2] Two', 'two = 2');
    moveInto(editor, '# %% [1] One');
    const line = breakAt(editor.document, 'two = 2');
    const command = 'vscode.executeCodeLensProvider';
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(command, editor.document.uri);
    const pressed = lenses.filter((lens) => lens.command?.title.endsWith('Debug D2L exercise'))[1]?.command;
    assert.ok(pressed, 'no CodeLens');
    await vscode.commands.executeCommand(pressed.command, ...(pressed.arguments as unknown[]));
    assert.equal(await topLine(await standing()), line);
    await goOn();
    assert.equal((await panelState()).exercise?.id, '2');
  });

  it('begins by F5 without a launch.json, in Markdown too, with the exercise at the cursor', async () => {
    const text = '# Text\n\n## Exercise 7\n\n```python\nseven = 7\nprint(seven)\n```\n';
    const python = await openPython('# %% [1] One', 'one = 1', '', '# %% [2] Two', 'two = 2', 'print(two)');
    const folder = vscode.Uri.joinPath(python.document.uri, '..');
    await vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(folder, 'debugged.md'),
      new TextEncoder().encode(text),
    );
    const cases = [
      { editor: python, at: 'two = 2', id: '2', heading: '# %% [2] Two' },
      { editor: await openWorkbookFile('debugged.md'), at: 'print(seven)', id: '7', heading: 'seven = 7' },
    ];
    for (const { editor, at, id, heading } of cases) {
      const shown = await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
      moveInto(shown, heading);
      await eventually('the exercise in the panel', panelState, ({ exercise }) => exercise?.id === id);
      const line = breakAt(shown.document, at);
      await vscode.commands.executeCommand('workbench.action.debug.start');
      assert.equal(await topLine(await standing()), line);
      await goOn();
      assert.equal((await panelState()).exercise?.id, id);
    }
  });

  it('stands through edits with live runs on, says so in the panel, and ends by Stop', async () => {
    const editor = await openPython(
      '# %% [8] Eight',
      'n = 8',
      'for i in range(3):',
      '    n += i',
      'print(n)',
    );
    moveInto(editor, '# %% [8] Eight');
    await runExercise();
    const line = breakAt(editor.document, '    n += i', 'i == 1');
    await vscode.commands.executeCommand('d2l.debugExercise');
    const { session } = await standing();
    const { run, standsAt } = await panelState();
    const { uri } = editor.document;
    assert.deepEqual(standsAt, { document: uri.scheme === 'file' ? uri.fsPath : uri.toString(), line });

    await typeOver(editor, '# %% [8] Eight', 'n = 8', 'n = 80');
    await eventually('the edit in the panel', panelState, ({ outdated }) => outdated);
    // The learner wants another run of it as well, by the key.
    await vscode.commands.executeCommand('d2l.runExercise');
    const still = await standing();
    assert.equal(still.session.id, session.id);
    assert.equal(await evaluated(still, 'n'), '8');
    const state = await panelState();
    assert.deepEqual([state.run, state.status, state.standsAt], [run, 'running', standsAt]);
    if (windowIsReachable) {
      const words = `In the debugger, at line ${String(line)}`;
      await eventually(
        'the words',
        () => webview.text('.status'),
        (text) => text.includes(words),
      );
    }

    await vscode.commands.executeCommand('d2l.stop');
    await sessionEnd();
    const after = await panelState();
    assert.deepEqual([after.run, after.status, after.standsAt], [run, 'stopped', null]);
    vscode.debug.removeBreakpoints(vscode.debug.breakpoints);
    const { results } = await runExercise();
    assert.equal(results.outputs.map(({ text }) => text).join(''), '83\n');
  });
});
