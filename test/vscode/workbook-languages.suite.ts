/** The workbook in the learner's language, in a real window: which files are written, which are left alone, and a run. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { WorkbookFiles } from '../../src/editor/workbook/files.ts';
import { Originals } from '../../src/editor/workbook/originals.ts';
import { closeEditors, endOfRun, lineOf, panelState } from './extension.ts';
import { eventually } from './window.ts';

const SECTION = '3.4-linear-regression-scratch.py';
const OTHER = '3.1-linear-regression.py';
const HEADING = '# %% [3.4.6] ';

const extension = vscode.extensions.getExtension('d2l-exercises.d2l-exercises')!.extensionUri;
const folder = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'in-languages');

const filesIn = (language: string) => new WorkbookFiles(new Originals(extension, language));
const place = (name: string) => vscode.Uri.joinPath(folder, name);
const textOf = async (file: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
const write = (name: string, text: string) =>
  vscode.workspace.fs.writeFile(place(name), new TextEncoder().encode(text));

describe('the workbook in another language', () => {
  before(async () => {
    await closeEditors();
    await vscode.workspace.fs.createDirectory(folder);
  });

  after(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('is English where VS Code is, and where there is no translation', async () => {
    const english = await textOf(vscode.Uri.joinPath(extension, 'workbook', SECTION));
    for (const language of ['en', 'en-gb', 'de', '../en', '']) {
      assert.equal(await new Originals(extension, language).read(SECTION), english, language);
    }
  });

  it('is in Chinese in a Chinese window: tasks, hints and titles', async () => {
    const { copied, kept } = await filesIn('zh-cn').copyInto(folder);
    assert.ok(copied > 40);
    assert.equal(kept, 0);
    const text = await textOf(place(SECTION));
    assert.match(text, /^# %% \[3\.4\.6\] 学习率$/m);
    assert.match(text, /^# 您的任务：/m);
    assert.match(text, /^# region 提示$/m);
    assert.doesNotMatch(text, /Your task|# region Hint/);
  });

  it("follows the display language, except in files that hold the learner's changes", async () => {
    const mine = (await textOf(place(SECTION))).replace('(0.03,)', '(0.5,)');
    await write(SECTION, mine);
    const unsaved = await vscode.workspace.openTextDocument(place('2.4-calculus.py'));
    const before = unsaved.getText();
    const editor = await vscode.window.showTextDocument(unsaved);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# mine\n'));
    const { kept } = await filesIn('ko').copyInto(folder);
    assert.equal(kept, 2);
    assert.equal(await textOf(place(SECTION)), mine);
    assert.equal(await textOf(place('2.4-calculus.py')), before);
    assert.match(await textOf(place(OTHER)), /^# region 힌트$/m);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('is compared in the language of the file, and restored in that of the window', async () => {
    const original = await filesIn('ko').originalOf(SECTION, folder);
    assert.equal(original.toString(), `d2l-workbook:/zh-cn/${SECTION}`);
    const shown = (await vscode.workspace.openTextDocument(original)).getText();
    assert.equal(shown, (await textOf(place(SECTION))).replace('(0.5,)', '(0.03,)'));
    const beside = await filesIn('ko').copyBeside(SECTION, folder);
    assert.ok(beside.path.endsWith('3.4-linear-regression-scratch (original).py'));
    assert.match(await textOf(beside), /^# %% \[3\.4\.6\] 학습률$/m);
  });

  it('runs and is judged like the English one, with the hint folded by the same command', async () => {
    const document = await vscode.workspace.openTextDocument(place(SECTION));
    const line = lineOf(document, HEADING);
    const at = new vscode.Range(line, 0, line, 0);
    const editor = await vscode.window.showTextDocument(document, { selection: at });
    await vscode.commands.executeCommand('editor.foldAllMarkerRegions');
    editor.revealRange(at, vscode.TextEditorRevealType.AtTop);
    const lines = document.getText().split('\n');
    const hint = lines.findIndex((text, index) => index > line && text === '# region 提示');
    const isFolded = () =>
      !editor.visibleRanges.some((range) => range.contains(new vscode.Position(hint + 1, 0)));
    await eventually('the folded hint', isFolded, (folded) => folded);
    const { run } = await panelState();
    await vscode.commands.executeCommand('d2l.runExercise');
    const { status, verdict, exercise, results } = await endOfRun(run);
    assert.equal(status, 'ok', results.error?.traceback);
    assert.equal(exercise?.id, '3.4.6');
    assert.equal(exercise?.title, '学习率');
    assert.equal(verdict?.solved, false);
  });
});
