/** The debugger in the editor: a breakpoint inside `loss`, what stands there, a step, and the end of the run. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, lineOf, moveInto, openPython, openWorkbookFile, panelState } from './extension.ts';
import { eventually, windowIsReachable, workbench } from './window.ts';

const photos = process.env['D2L_PHOTOS'];

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

const standing = () =>
  eventually(
    'the program stands in a frame',
    () => Promise.resolve(vscode.debug.activeStackItem),
    (item) => item instanceof vscode.DebugStackFrame,
  ) as Promise<vscode.DebugStackFrame>;

const evaluated = async (
  { session, frameId }: vscode.DebugStackFrame,
  expression: string,
): Promise<string> => {
  const words = { expression, frameId, context: 'watch' };
  const answer = (await session.customRequest('evaluate', words)) as { readonly result: string };
  return answer.result;
};

async function topLine({ session, threadId }: vscode.DebugStackFrame): Promise<number> {
  const answer = (await session.customRequest('stackTrace', { threadId })) as {
    readonly stackFrames: readonly { readonly line: number }[];
  };
  return answer.stackFrames[0]!.line;
}

/** Other suites find the window as it was: neither the view of the debugger nor its console comes up. */
const KEEPS_TO_THE_EDITOR = { openDebug: 'neverOpen', internalConsoleOptions: 'neverOpen' };

async function configure(values: Readonly<Record<string, string | undefined>>): Promise<void> {
  const debug = vscode.workspace.getConfiguration('debug');
  for (const [name, value] of Object.entries(values)) {
    await debug.update(name, value, vscode.ConfigurationTarget.Global);
  }
}

const ended = () =>
  eventually(
    'the end of the session',
    () => Promise.resolve(vscode.debug.activeDebugSession),
    (session) => session === undefined,
  );

function breakAt(document: vscode.TextDocument, text: string, condition?: string): number {
  const line = lineOf(document, text);
  const at = new vscode.Location(document.uri, new vscode.Position(line, 0));
  vscode.debug.addBreakpoints([new vscode.SourceBreakpoint(at, true, condition)]);
  return line + 1;
}

async function goOn(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.debug.continue');
  await ended();
}

describe('the debugger', () => {
  before(() => configure(photos ? {} : KEEPS_TO_THE_EDITOR));

  after(async () => {
    vscode.debug.removeBreakpoints(vscode.debug.breakpoints);
    await vscode.debug.stopDebugging();
    await closeEditors();
    await configure({ openDebug: undefined, internalConsoleOptions: undefined });
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
    if (windowIsReachable && photos) {
      await vscode.commands.executeCommand('notifications.clearAll');
      await vscode.commands.executeCommand('workbench.debug.action.focusVariablesView');
      await vscode.commands.executeCommand('list.expand');
      await workbench.screenshot(`${photos}/debug.png`);
    }

    await vscode.commands.executeCommand('workbench.action.debug.stepOver');
    await eventually(
      'a step',
      () => standing().then(topLine),
      (now) => now !== line,
    );

    await goOn();
    const { results } = await panelState();
    assert.equal(results.fits.length, 1);
  });

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
});
