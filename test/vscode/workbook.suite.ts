/** The workbook in a real window: copied into an empty folder, listed, run, judged, remembered. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, lineOf, panelState, replaceIn, endOfRun, testing } from './extension.ts';
import { eventually, webview, windowIsReachable, workbench } from './window.ts';

const FIRST = '3.1-linear-regression.py';
const SECTION = '3.4-linear-regression-scratch.py';
const HEADING = '# %% [3.4.6] ';
/** An exercise that no other suite opens: the progress is the profile's, whichever copy of the workbook it was made in. */
const UNTOUCHED = '3.4.9';
const photos = process.env['D2L_PHOTOS'];

const root = vscode.workspace.workspaceFolders![0]!.uri;
const aside = vscode.Uri.joinPath(root, 'aside');
const folder = vscode.Uri.joinPath(root, 'd2l-workbook');

async function namesIn(place: vscode.Uri): Promise<string[]> {
  const entries = await vscode.workspace.fs.readDirectory(place);
  return entries.flatMap(([name, type]) => (type === vscode.FileType.File ? [name] : [])).sort();
}

/** The workspace of the tests is a copy of the workbook; for this suite its files go elsewhere. */
async function moveFiles(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.createDirectory(to);
  const sections = (await namesIn(from)).filter((name) => /^\d+\.\d+-.*\.py$/.test(name));
  for (const name of sections)
    await vscode.workspace.fs.rename(vscode.Uri.joinPath(from, name), vscode.Uri.joinPath(to, name));
}

async function progress(): Promise<Readonly<Record<string, string>>> {
  return (await testing()).progress();
}

const rows = () => workbench.texts('.pane-body .monaco-list-row .monaco-icon-label');

describe('the workbook', () => {
  before(async () => {
    await closeEditors();
    await moveFiles(root, aside);
  });

  after(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(folder, { recursive: true });
    await moveFiles(aside, root);
    await vscode.commands.executeCommand('workbench.view.explorer');
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
  });

  it('has no sections in a folder without it, and the view says how to get it', async () => {
    await vscode.commands.executeCommand('d2l.workbook.focus');
    assert.deepEqual(await progress(), {});
    if (!windowIsReachable) return;
    const welcome = () => workbench.texts('.welcome-view-content .monaco-button');
    await eventually('the welcome view', welcome, (texts) => texts.includes('Open the Workbook'));
  });

  it('brings the first curve from an empty folder in two clicks', async () => {
    let clicks = 0;
    const click = async (selector: string, command: string): Promise<void> => {
      clicks += 1;
      if (windowIsReachable) await workbench.click(selector);
      else await vscode.commands.executeCommand(command);
    };
    const before = (await panelState()).run;
    await click('.welcome-view-content .monaco-button', 'd2l.openWorkbook');
    const shown = () => vscode.window.activeTextEditor?.document.uri.path ?? '';
    await eventually('the file', shown, (path) => path.endsWith(SECTION));
    const button = '.editor-actions .codicon-play-circle';
    if (windowIsReachable) {
      const buttons = () => workbench.evaluate(`document.querySelectorAll(${JSON.stringify(button)}).length`);
      await eventually('the title button', buttons, (count) => Number(count) > 0);
    }
    await click(button, 'd2l.runExercise');
    const { status, exercise, results } = await endOfRun(before);
    assert.equal(status, 'ok', results.error?.traceback);
    assert.equal(exercise?.id, '3.4');
    assert.ok(
      results.fits[0]?.curves.some(({ label, points }) => label === 'train_loss' && points.length > 1),
    );
    if (windowIsReachable)
      await eventually(
        'the curve',
        () => webview.count('canvas'),
        (count) => count > 0,
      );
    assert.equal(clicks, 2);
    assert.deepEqual(await namesIn(folder), await namesIn(aside));
  });

  it("leaves the learner's changes alone when it is opened again", async () => {
    const file = vscode.Uri.joinPath(folder, FIRST);
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('mine = 1\n'));
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, SECTION));
    await vscode.commands.executeCommand('d2l.openWorkbook');
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)), 'mine = 1\n');
    assert.ok((await namesIn(folder)).includes(SECTION));
  });

  it('lists its chapters and sections in the view', async () => {
    const states = await progress();
    assert.equal(states[UNTOUCHED], 'new');
    assert.ok(Object.keys(states).length > 30);
    if (!windowIsReachable) return;
    await vscode.commands.executeCommand('d2l.workbook.focus');
    const shown = await eventually('the sections', rows, (texts) => texts.length >= 7);
    assert.match(shown.join('\n'), /3\.4 Linear regression from scratch/);
    assert.match(shown.join('\n'), /Chapter 2/);
    assert.match(shown.join('\n'), /0\/\d+/);
  });

  it('opens an exercise where it stands, with its hint folded', async () => {
    await vscode.commands.executeCommand('d2l.workbook.openExercise', UNTOUCHED);
    assert.equal((await progress())[UNTOUCHED], 'opened');
    await vscode.commands.executeCommand('d2l.workbook.openExercise', '3.4.6');
    const editor = vscode.window.activeTextEditor!;
    assert.ok(editor.document.uri.path.endsWith(SECTION));
    assert.equal(editor.selection.active.line, lineOf(editor.document, HEADING));
    const text = editor.document.getText().split('\n');
    const hint = text.findIndex((line, at) => at > editor.selection.active.line && line === '# region Hint');
    const isFolded = () =>
      !editor.visibleRanges.some((range) => range.contains(new vscode.Position(hint + 1, 0)));
    await eventually('the folded hint', isFolded, (folded) => folded);
  });

  it('judges a run, and says what is missing', async () => {
    const before = (await panelState()).run;
    await vscode.commands.executeCommand('d2l.workbook.runExercise', '3.4.6');
    const { status, verdict, results } = await endOfRun(before);
    assert.equal(status, 'ok', results.error?.traceback);
    assert.equal(verdict?.solved, false);
    assert.equal((await progress())['3.4.6'], 'ran');
    if (!windowIsReachable) return;
    const line = () => webview.text('.verdict');
    await eventually('the verdict', line, (text) => text.includes('Not solved yet: 0 of 3.'));
    if (photos) await workbench.screenshot(`${photos}/workbook-unsolved.png`);
  });

  it('finds it solved when the code is right, and remembers that', async () => {
    const before = (await panelState()).run;
    await replaceIn(vscode.window.activeTextEditor!, HEADING, '(0.03,)', '(0.003, 0.3, 2.5)');
    await vscode.commands.executeCommand('d2l.runExercise');
    await eventually(
      'the verdict',
      panelState,
      ({ run, verdict }) => run !== before && verdict?.solved === true,
      40,
    );
    assert.equal((await progress())['3.4.6'], 'solved');
    const stored = (await testing()).storedProgress() as { readonly exercises: Record<string, string> };
    assert.equal(stored.exercises['3.4.6'], 'solved');
    if (!windowIsReachable) return;
    await eventually('the mark in the view', rows, (texts) =>
      texts.some((text) => text.startsWith('3.4 ') && /[a-z]1\/\d+/.test(text)),
    );
    if (photos) await workbench.screenshot(`${photos}/workbook-solved.png`);
  });
});
