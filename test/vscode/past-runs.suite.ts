/** What past runs are good for, in the real window: two side by side, the code of one put back, and files of the last one. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeEditors,
  endOfRun,
  moveInto,
  openPython,
  panelState,
  replaceIn,
  runExercise,
} from './extension.ts';
import { eventually, webview, windowIsReachable, workbench } from './window.ts';

const HEADING = '# %% [3.4.6] ';
const PROGRAM = [
  '# %% Set-up for the way back',
  'import torch',
  'from d2l import torch as d2l',
  `${HEADING}Learning rates`,
  'model = d2l.LinearRegressionScratch(2, lr=0.03)',
  'data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2)',
  'd2l.Trainer(max_epochs=2).fit(model, data)',
  "d2l.plt.plot([1, 2], label='line')",
  "d2l.plt.savefig('curve.svg')",
];
const OLDEST = '.runs-table tbody tr:last-child';

const diffTabs = (): readonly vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputTextDiff);

/** Takes the name that the dialog offers; returns the name and what was written. */
async function accepted(ending: string): Promise<{ readonly name: string; readonly text: string }> {
  const offered = () =>
    workbench.evaluate("document.querySelector('.quick-input-widget input')?.value ?? ''");
  await eventually('the name in the dialog', offered, (name) => String(name).endsWith(ending));
  await workbench.press('Enter');
  const find = async () => vscode.workspace.findFiles(`*${ending}`);
  const [file] = await eventually('the file', find, (files) => files.length === 1);
  const read = async () => Buffer.from(await vscode.workspace.fs.readFile(file!)).toString();
  const text = await eventually('its content', read, (written) => written !== '');
  await vscode.workspace.fs.delete(file!);
  return { name: file!.path.slice(file!.path.lastIndexOf('/') + 1), text };
}

describe('past runs, and files of the last', () => {
  let editor: vscode.TextEditor;

  before(async function () {
    this.timeout(60_000);
    if (!windowIsReachable) return this.skip();
    editor = await openPython(...PROGRAM);
    moveInto(editor, HEADING);
    await runExercise();
    const before = (await panelState()).run;
    await replaceIn(editor, HEADING, 'model = d2l', 'torch.manual_seed(1)\nmodel = d2l');
    await endOfRun(before);
    await eventually('two runs', panelState, ({ history }) => history.length === 2);
    await vscode.commands.executeCommand('notifications.clearAll');
  });
  after(closeEditors);
  // One that failed leaves no diff for the next to take for its own.
  afterEach(() => vscode.window.tabGroups.close(diffTabs()));

  it('stand side by side, with their curves and what differs', async () => {
    await webview.click('section.runs vscode-button[aria-label="Compare"]');
    const { compared } = await eventually('the pair', panelState, (state) => state.compared !== null);
    assert.deepEqual(compared, [1, 2]);
    const table = () => webview.text('section.compare .compare-table');
    await eventually('the table', table, (text) => text.includes('#1') && text.includes('#2'));
    const legend = await webview.text('section.compare .legend');
    assert.match(legend, /#1 .*#2 /s);
    assert.ok((await webview.count('section.compare canvas')) > 0, 'no curves');
  });

  it('show their code beside each other', async () => {
    await webview.click('section.compare vscode-button:has-text("Compare code")');
    await eventually('the diff', diffTabs, (tabs) => tabs.length === 1);
    const { input } = diffTabs()[0]!;
    assert.ok(input instanceof vscode.TabInputTextDiff);
    const textOf = (uri: vscode.Uri) => async () => (await vscode.workspace.openTextDocument(uri)).getText();
    await eventually('the later code', textOf(input.modified), (text) =>
      text.includes('torch.manual_seed(1)'),
    );
    assert.equal((await textOf(input.original)()).includes('manual_seed'), false);
    await vscode.window.tabGroups.close(diffTabs());
    await webview.click('section.compare vscode-button[aria-label="Close"]');
    await eventually('the end of it', panelState, ({ compared }) => compared === null);
  });

  it('give their code back, after a look at the diff, as one step to undo', async () => {
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    const edited = editor.document.getText();
    await webview.click(`${OLDEST} [data-focus^="more"]`);
    await webview.click('.run-actions button:has-text("Restore code")');
    await eventually('the diff', diffTabs, (tabs) => tabs.length === 1);
    const { input } = diffTabs()[0]!;
    assert.ok(input instanceof vscode.TabInputTextDiff);
    assert.equal(input.original.scheme, 'd2l-run');
    assert.equal(input.modified.toString(), editor.document.uri.toString());
    assert.equal(editor.document.getText(), edited, 'written before the question was answered');
    await workbench.click('.notification-toast a.monaco-button:has-text("Restore")');
    const text = () => editor.document.getText();
    await eventually('the code of then', text, (now) => now.trim() === PROGRAM.join('\n'));
    await eventually('the diff is closed', diffTabs, (tabs) => tabs.length === 0);
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('undo');
    assert.equal(text(), edited);
  });

  it('write the page of the last run where the dialog says', async () => {
    await eventually('the end of all runs', panelState, ({ status }) => status === 'ok');
    await webview.click('header vscode-button[aria-label="Save as HTML"]');
    const { name, text } = await accepted('.html');
    assert.match(name, /3\.4\.6-run\.html$/);
    assert.match(text, /^<!DOCTYPE html>/i);
    assert.ok(text.includes('Learning rates'), 'without the name of the exercise');
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('keep a figure that the exercise saved', async () => {
    await webview.click('.saved-figures vscode-button:has-text("curve.svg")');
    const { name, text } = await accepted('.svg');
    assert.equal(name, 'curve.svg');
    assert.match(text, /<svg[\s>]/);
  });
});
