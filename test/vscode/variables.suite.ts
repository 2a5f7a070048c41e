/** The view of a run's variables, and tensors as tables. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Variable } from '../../src/training/protocol/protocol.ts';
import { closeEditors, openPython, replaceIn, runExercise } from './extension.ts';
import { openNotebook, run } from './notebooks.ts';
import { eventually, windowIsReachable, workbench } from './window.ts';

const photos = process.env['D2L_PHOTOS'];

const HEADING = '# %% [3.4.9] ';

/** Labels of the view's rows, as a screen reader says them. */
const rows = async (): Promise<string[]> =>
  (await workbench.evaluate(
    `[...document.querySelectorAll('.sidebar .monaco-list-row')].map((row) => row.getAttribute('aria-label') ?? '')`,
  )) as string[];

async function openTable(path: string): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('d2l.variables.open', { path });
  return eventually(
    'the table',
    () => vscode.window.activeTextEditor,
    (editor) => editor?.document.uri.scheme === 'd2l-tensor',
  ) as Promise<vscode.TextEditor>;
}

/** The line closes when something else takes the focus, as the view does a moment after the value before: then once more. */
async function typeExpression(expression: string): Promise<void> {
  const patience = 3000;
  let asked = -Infinity;
  await eventually(
    'the line typed into',
    async () => {
      const typed = await workbench.evaluate(typing(expression));
      if (typed === 'no line' && Date.now() - asked > patience) {
        asked = Date.now();
        void vscode.commands.executeCommand('d2l.variables.evaluate');
      }
      return typed;
    },
    (typed) => typed === 'shown',
  );
}

/** Types all at once: keys go where the focus is, and that comes a moment after the line. */
const typing = (expression: string): string => `(() => {
  const widget = document.querySelector('.quick-input-widget');
  const title = widget?.querySelector('.quick-input-title')?.textContent ?? '';
  if (!widget || widget.style.display === 'none' || !title.startsWith('Evaluate over')) return 'no line';
  const first = widget.querySelector('.monaco-list-row')?.textContent ?? '';
  if (first.startsWith('${expression}')) return 'shown';
  const line = widget.querySelector('input');
  line.focus();
  line.value = '${expression}';
  line.dispatchEvent(new InputEvent('input', { bubbles: true }));
  return 'typed';
})()`;

describe('the variables of a run', () => {
  let editor: vscode.TextEditor;

  before(async () => {
    editor = await openPython(
      `${HEADING}Variables`,
      'import torch',
      'from torch import nn',
      'n = 3',
      'X = torch.arange(12.0).reshape(4, 3)',
      'T = torch.arange(8).reshape(2, 2, 2)',
      'net = nn.Sequential(nn.Linear(3, 1))',
      'M = torch.arange(1_000_000.0).reshape(1000, 1000)',
      'B = torch.arange(64 * 784.0).reshape(64, 1, 28, 28) % 97',
      "d = {'a b': torch.full((2, 2), 1.0), 'a_b': torch.tensor([[2.0, 3.0], [4.0, 5.0]])}",
      'Z, N = torch.zeros(0, 3), torch.tensor([[1, float("nan")], [float("inf"), -2]])',
    );
    editor.selection = new vscode.Selection(2, 0, 2, 0);
    await vscode.commands.executeCommand('d2l.variables.focus');
    await vscode.window.showTextDocument(editor.document);
    // The view has told that it is seen before a run asks.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.equal((await runExercise()).status, 'ok');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.view.explorer');
    await closeEditors();
  });

  it('stand in the view with type, shape and value', async function () {
    if (!windowIsReachable) this.skip();
    const shown = await eventually('the rows', rows, (found) =>
      found.some((label) => label.startsWith('n,')),
    );
    assert.ok(shown.includes('n, int · 3'), shown.join('\n'));
    assert.ok(shown.includes('X, Tensor (4, 3) float32 · 0, 1, 2, 3, 4, 5, …'), shown.join('\n'));
    assert.ok(shown.includes('net, Sequential · 4 parameters'), shown.join('\n'));
    if (photos) await workbench.screenshot(`${photos}/variables.png`);
  });

  it('are evaluated over, and the value stands in the view', async function () {
    const shown = (expression: string): Thenable<Variable | undefined> =>
      vscode.commands.executeCommand('d2l.variables.evaluate', { expression });
    const value = await shown('net(X).shape');
    assert.deepEqual([value?.name, value?.type, value?.isResult], ['net(X).shape', 'Size', true]);
    assert.deepEqual((await shown('X[0] + n'))?.tensor?.elements, [3, 4, 5]);
    if (!windowIsReachable) this.skip();
    const texts = await eventually('the values', rows, (found) =>
      found.some((label) => label.startsWith('X[0] + n,')),
    );
    assert.ok(texts.includes('X[0] + n, Tensor (3,) float32 · 3, 4, 5'), texts.join('\n'));
    if (photos) await workbench.screenshot(`${photos}/evaluated.png`);
  });

  it('are typed in a line that completes names and attributes, and says what is wrong', async function () {
    if (!windowIsReachable) this.skip();
    await typeExpression('X.requires_g');
    const labels = (): Promise<string[]> => workbench.texts('.quick-input-list .monaco-list-row');
    // Until then the list has what was evaluated before.
    await eventually('the name completed', labels, (texts) =>
      texts.some((text) => text.includes('X.requires_grad')),
    );
    if (photos) await workbench.screenshot(`${photos}/completed.png`);
    await workbench.press('Enter');
    const failed = await eventually('the mistake', labels, (texts) =>
      texts.some((text) => text.includes('AttributeError')),
    );
    assert.ok(
      failed.some((label) => label.includes("no attribute 'requires_g'")),
      failed.join('\n'),
    );
    await workbench.press('Escape');
  });

  it('open as tables, and are copied as CSV', async () => {
    const table = await openTable('X');
    assert.equal(table.document.getText(), ' 0,  1,  2\n 3,  4,  5\n 6,  7,  8\n 9, 10, 11\n');
    await vscode.commands.executeCommand('d2l.variables.copy', { path: 'X' });
    assert.equal(await vscode.env.clipboard.readText(), '0,1,2\n3,4,5\n6,7,8\n9,10,11\n');
    if (photos && windowIsReachable) await workbench.screenshot(`${photos}/tensor.png`);
  });

  it('have the slices of three dimensions as symbols to go to', async () => {
    const { document } = await openTable('T');
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['[0, :, :]', '[1, :, :]'],
    );
  });

  it('of a million elements are a table, wholly fetched; a slice is gone to by its index', async () => {
    const large = await openTable('M');
    const text = large.document.getText().split('\n');
    assert.equal(text.length, 1001);
    assert.equal(text[999]?.split(',').length, 1000);
    assert.ok(text[999]?.endsWith(' 999999'), text[999]?.slice(-20));
    const batch = await openTable('B');
    assert.equal(await vscode.commands.executeCommand('d2l.variables.slice', { slice: '63, 0' }), true);
    const { line } = batch.selection.active;
    assert.equal(batch.document.lineAt(line).text, '# [63, 0, :, :]');
    assert.equal(await vscode.commands.executeCommand('d2l.variables.slice', { slice: '64, 0' }), false);
    if (!windowIsReachable) return;
    const going = vscode.commands.executeCommand('d2l.variables.slice');
    const choices = (): Promise<string[]> => workbench.texts('.quick-input-list .monaco-list-row');
    await eventually('the choices', choices, ([first]) => first === '[0, 0, :, :]');
    if (photos) await workbench.screenshot(`${photos}/slice.png`);
    await workbench.press('ArrowDown');
    await workbench.press('Enter');
    assert.equal(await going, true);
    assert.equal(batch.document.lineAt(batch.selection.active.line).text, '# [1, 0, :, :]');
  });

  it('whose names look alike as names of tabs have each a table and a picture of their own', async () => {
    const first = await openTable("d['a b']");
    const one = first.document.getText();
    const other = (await openTable("d['a_b']")).document;
    assert.equal(other.getText(), '2, 3\n4, 5\n');
    assert.equal(one, '1, 1\n1, 1\n');
    assert.notEqual(other.uri.path, first.document.uri.path);
    const pictures: string[] = [];
    for (const path of ["d['a b']", "d['a_b']"]) {
      assert.equal(await vscode.commands.executeCommand('d2l.variables.picture', { path }), true);
      const { input } = (await eventually(
        'the picture',
        () => vscode.window.tabGroups.activeTabGroup.activeTab,
        (tab) => tab?.input instanceof vscode.TabInputCustom && !pictures.includes(tab.label),
      )) as vscode.Tab;
      const { uri } = input as vscode.TabInputCustom;
      pictures.push(
        uri.path.slice(1),
        Buffer.from(await vscode.workspace.fs.readFile(uri)).toString('base64'),
      );
    }
    assert.equal(new Set(pictures).size, 4, pictures.join('\n'));
  });

  it('that have no elements, or NaN, are tables too', async () => {
    assert.equal((await openTable('Z')).document.getText(), '\n');
    assert.match((await openTable('N')).document.getText(), /^ +1, nan\ninf, +-2\n$/);
  });

  it('that are pictures are shown as such', async function () {
    const show = (path: string): Thenable<unknown> =>
      vscode.commands.executeCommand('d2l.variables.picture', { path });
    assert.equal(await show('Z'), false);
    assert.equal(await show('B'), true);
    const tab = await eventually(
      'the picture',
      () => vscode.window.tabGroups.activeTabGroup.activeTab,
      (active) => active?.label === 'B.png',
    );
    assert.ok(tab?.input instanceof vscode.TabInputCustom, 'a preview of images');
    const bytes = await vscode.workspace.fs.readFile(tab.input.uri);
    assert.equal(Buffer.from(bytes.slice(1, 4)).toString(), 'PNG');
    if (photos && windowIsReachable) {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await workbench.screenshot(`${photos}/picture.png`);
    }
  });

  it('are marked where another run has changed them, and an open table follows', async function () {
    const table = await openTable('X');
    editor = await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    await replaceIn(editor, HEADING, 'arange(12.0)', 'ones(12)');
    await eventually(
      'the new values',
      () => table.document.getText(),
      (text) => text.startsWith('1, 1, 1\n'),
    );
    if (!windowIsReachable) this.skip();
    const shown = await eventually('the marks', rows, (found) =>
      found.some((label) => label.includes('changed')),
    );
    assert.ok(shown.includes('n, int · 3'), shown.join('\n'));
    assert.ok(shown.some((label) => label.startsWith('X, ') && label.endsWith('changed since the last run')));
  });

  it('are watched by an expression, which is evaluated after each run until it is removed', async function () {
    const watch = (expression: string): Thenable<unknown> =>
      vscode.commands.executeCommand('d2l.variables.watch', { expression });
    assert.equal(await watch('X.sum() + n'), true);
    // The key takes the selected value, which was just evaluated.
    await vscode.commands.executeCommand('d2l.variables.evaluate', { expression: 'n * 2' });
    assert.equal(await vscode.commands.executeCommand('d2l.variables.watch', { selected: true }), true);
    editor = await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    await replaceIn(editor, HEADING, 'n = 3', 'n = 5');
    if (!windowIsReachable) this.skip();
    const watched = async (): Promise<string[]> => (await rows()).filter((row) => row.includes('watched'));
    const WATCHED = [
      'X.sum() + n, Tensor () float32 · 17, watched, changed since the last run',
      'n * 2, int · 10, watched, changed since the last run',
    ];
    const isShown = (wanted: readonly string[]) => (found: readonly string[]) =>
      found.join() === wanted.join();
    await eventually('the values of the next run', watched, isShown(WATCHED));
    if (photos) await workbench.screenshot(`${photos}/watched.png`);
    await replaceIn(editor, HEADING, 'n = 5', 'm = 5');
    await eventually('what has failed', watched, (found) =>
      found.join().startsWith("X.sum() + n, NameError · name 'n' is not defined, watched"),
    );
    await replaceIn(editor, HEADING, 'm = 5', 'n = 3');
    await eventually('the values again', watched, (found) => found.join().includes('· 15'));
    await vscode.commands.executeCommand('d2l.variables.remove', { path: '(n * 2)' });
    await vscode.commands.executeCommand('d2l.variables.remove', { path: '(X.sum() + n)' });
    await eventually('no value that is watched', watched, (found) => found.length === 0);
  });

  it('of a notebook are watched too, by the cell that has run last', async function () {
    const notebook = await openNotebook('scratch-watched.ipynb', ['count = 20', 'count += 1']);
    await run(notebook, 0);
    const watched = await vscode.commands.executeCommand('d2l.variables.watch', { expression: 'count * 2' });
    assert.equal(watched, true);
    await run(notebook, 1);
    if (!windowIsReachable) this.skip();
    await eventually('the value after the second cell', rows, (found) =>
      found.includes('count * 2, int · 42, watched, changed since the last run'),
    );
    await vscode.commands.executeCommand('d2l.variables.remove', { path: '(count * 2)' });
  });
});
