/** A learner whose VS Code is in Chinese opens the workbook, an exercise of it, and runs that. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, endOfRun, lineOf, panelState, testing } from './extension.ts';
import { photographThemes } from './photographs.ts';
import { eventually, webview, workbench } from './window.ts';

const root = vscode.workspace.workspaceFolders![0]!.uri;
const SECTION = '3.4-linear-regression-scratch.py';
const CHANGED = '2.4-calculus.py';

const place = (name: string) => vscode.Uri.joinPath(root, name);
const textOf = async (name: string) =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(place(name)));
const rows = () => workbench.texts('.pane-body .monaco-list-row .monaco-icon-label');

describe('the workbook in a Chinese window', () => {
  after(() => closeEditors());

  it('has the display language that it is tested in', () => {
    assert.equal(vscode.env.language, 'zh-cn');
  });

  it('takes the place of the English one, but of no file that was changed', async () => {
    assert.match(await textOf(SECTION), /^# %% \[3\.4\.6\] Learning rates$/m);
    const mine = `${await textOf(CHANGED)}\nmine = 1\n`;
    await vscode.workspace.fs.writeFile(place(CHANGED), new TextEncoder().encode(mine));
    await vscode.commands.executeCommand('d2l.openWorkbook');
    const shown = () => vscode.window.activeTextEditor?.document.getText() ?? '';
    await eventually('the section', shown, (text) => /^# %% \[3\.4\.6\] 学习率$/m.test(text));
    assert.equal(await textOf(CHANGED), mine);
  });

  it('is listed in the view by the titles of the language', async () => {
    await vscode.commands.executeCommand('d2l.workbook.focus');
    const shown = await eventually('the sections', rows, (texts) => texts.length >= 7);
    assert.match(shown.join('\n'), /3\.4 从零开始实现线性回归/);
    assert.match(shown.join('\n'), /第 2 章/);
  });

  it('shows task and folded hint of an exercise, and runs and judges it', async () => {
    await vscode.commands.executeCommand('d2l.workbook.openExercise', '3.4.6');
    const editor = vscode.window.activeTextEditor!;
    const line = lineOf(editor.document, '# %% [3.4.6] ');
    assert.equal(editor.selection.active.line, line);
    const lines = editor.document.getText().split('\n');
    assert.ok(lines.slice(line).some((text) => text.startsWith('# 您的任务：')));
    const hint = lines.findIndex((text, index) => index > line && text === '# region 提示');
    const isFolded = () =>
      !editor.visibleRanges.some((range) => range.contains(new vscode.Position(hint + 1, 0)));
    await eventually('the folded hint', isFolded, (folded) => folded);
    const { run } = await panelState();
    await vscode.commands.executeCommand('d2l.workbook.runExercise', '3.4.6');
    const { status, exercise, verdict, results } = await endOfRun(run);
    assert.equal(status, 'ok', results.error?.traceback);
    assert.equal(exercise?.title, '学习率');
    assert.equal(verdict?.solved, false);
    assert.equal((await (await testing()).progress())['3.4.6'], 'ran');
    await eventually(
      'the panel',
      () => webview.text('header.top'),
      (text) => text.includes('学习率'),
    );
    await photographThemes('workbook-zh-cn');
  });

  it('is compared with the original in the same language', async () => {
    const chapter = { number: '3.4', title: '', file: SECTION, exercises: [] };
    await vscode.commands.executeCommand('d2l.workbook.compareWithOriginal', {
      type: 'section',
      section: chapter,
    });
    const input = await eventually(
      'the diff',
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.input,
      (shown) => shown instanceof vscode.TabInputTextDiff,
    );
    assert.ok(input instanceof vscode.TabInputTextDiff);
    assert.equal(input.original.toString(), `d2l-workbook:/zh-cn/${SECTION}`);
    const original = await vscode.workspace.openTextDocument(input.original);
    assert.equal(original.getText(), await textOf(SECTION));
  });
});
