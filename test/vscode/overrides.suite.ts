/** What is told of a control's value: it ends when its literal is edited, and until then nobody can miss it. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { isActive } from '../../src/run-model/state.ts';
import {
  closeEditors,
  endOfRun,
  moveInto,
  openPython,
  panelState,
  replaceIn,
  runExercise,
  typeOver,
} from './extension.ts';
import { eventually, webview, windowIsReachable, workbench } from './window.ts';

const HEADING = '# %% [9.8] ';
const CODE = ['# %% Set-up', 'scale = 2', '', `${HEADING}A rate`, 'lr = 0.03', 'print(scale * lr)'];

async function lensTitles(document: vscode.TextDocument): Promise<string[]> {
  const command = 'vscode.executeCodeLensProvider';
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(command, document.uri);
  return lenses.map((lens) => lens.command?.title ?? '');
}

/** Runs what the lens of this title stands for. */
async function pressLens(document: vscode.TextDocument, title: string): Promise<void> {
  const command = 'vscode.executeCodeLensProvider';
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(command, document.uri);
  const pressed = lenses.find((lens) => lens.command?.title === title)?.command;
  assert.ok(pressed, `no lens ${title}`);
  await vscode.commands.executeCommand(pressed.command, ...(pressed.arguments as unknown[]));
}

const printed = ({ results }: Awaited<ReturnType<typeof panelState>>): string =>
  results.outputs.map(({ text }) => text).join('');

/** What a run printed that has ended; while one is under way nothing. */
async function printedToTheEnd(): Promise<string> {
  const state = await panelState();
  return isActive(state.status) ? '' : printed(state);
}

const overrides = async (): Promise<unknown[]> =>
  (await panelState()).parameters.flatMap(({ key, override }) =>
    override === null ? [] : [[key, override]],
  );

/** Types a value into a parameter's field of the panel, and waits for the run. */
async function turn(name: string, value: string): Promise<string> {
  const before = (await panelState()).run;
  await webview.fill(`.parameter:has(.parameter-name:text-is("${name}")) vscode-text-field input`, value);
  await workbench.press('Enter');
  return printed(await endOfRun(before));
}

/** Words behind lines of the code, as the window draws them. */
const wordsBehindLines = async (): Promise<string> =>
  String(
    await workbench.evaluate(
      `[...document.querySelectorAll('.view-line span')].map((e) => getComputedStyle(e, '::after').content).join(' ')`,
    ),
  ).replaceAll('\u00a0', ' ');

describe('a value of the panel', () => {
  let editor: vscode.TextEditor;

  before(function () {
    if (!windowIsReachable) this.skip();
  });
  beforeEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    editor = await openPython(...CODE);
    moveInto(editor, HEADING);
    await runExercise();
    assert.equal(await turn('lr', '0.1'), '0.2\n');
  });
  afterEach(closeEditors);

  it('ends when something else is typed into the code, which then runs', async () => {
    const before = (await panelState()).run;
    await typeOver(editor, HEADING, '0.03', '0.7');
    await eventually('the run of the code', printedToTheEnd, (text) => text === '1.4\n');
    assert.notEqual((await panelState()).run, before);
    assert.deepEqual(await overrides(), []);
    const { history, outdated } = await panelState();
    assert.equal(outdated, false);
    assert.deepEqual(history.at(-1)?.changes, [{ kind: 'parameter', name: 'lr', from: 0.1, to: 0.7 }]);
    const [, , outcome, ...others] = await lensTitles(editor.document);
    assert.match(outcome ?? '', /^✓ [\d.]+ m?s$/);
    assert.ok(!others.some((title) => title.startsWith('runs with')), others.join());
    await vscode.commands.executeCommand('undo');
    await eventually(
      'the run of the code before',
      printedToTheEnd,
      (text) => text === '0.06\n' || text === '0.6\n',
    );
    assert.deepEqual(await overrides(), []);
  });

  it('is told in the panel, in the CodeLens and behind its literal, and ends by Reset in each', async () => {
    const sentence = 'runs with lr = 0.1, the code says 0.03';
    assert.match(await webview.text('.override-line'), /Runs with lr = 0\.1 \(code: 0\.03\)/);
    assert.ok((await lensTitles(editor.document)).includes(sentence));
    await eventually('the words behind the line', wordsBehindLines, (text) => text.includes(sentence));
    const literal = new vscode.Range(4, 5, 4, 9);
    const actions = () =>
      vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        editor.document.uri,
        literal,
      );
    const titles = (await actions()).map(({ title }) => title);
    assert.ok(
      titles.includes(`Apply to code: ${sentence}`) && titles.includes(`Reset: ${sentence}`),
      titles.join(),
    );

    await pressLens(editor.document, 'Reset');
    await eventually('the run of the code', printedToTheEnd, (text) => text === '0.06\n');
    assert.deepEqual(await overrides(), []);
    assert.match(await webview.text('.override-line'), /Runs with the values in the code/);
    await eventually('no words behind the line', wordsBehindLines, (text) => !text.includes('runs with'));

    await turn('lr', '0.1');
    await webview.click('.override-line button:has-text("Reset")');
    await eventually('the run of the code', printedToTheEnd, (text) => text === '0.06\n');

    await turn('lr', '0.1');
    const reset = (await actions()).find(({ title }) => title.startsWith('Reset: '))?.command;
    assert.ok(reset);
    await vscode.commands.executeCommand(reset.command, ...(reset.arguments as unknown[]));
    await eventually('the run of the code', printedToTheEnd, (text) => text === '0.06\n');
  });

  it('is the code’s after Apply, and is no more after the file was closed and opened again', async () => {
    const { run } = await panelState();
    await pressLens(editor.document, 'Apply');
    await eventually(
      'the code',
      () => editor.document.getText(),
      (text) => text.includes('lr = 0.1\n'),
    );
    assert.deepEqual(await overrides(), []);
    assert.equal((await panelState()).outdated, false);
    assert.equal((await panelState()).run, run, 'the same program ran twice');
    await editor.document.save();
    await closeEditors();
    const again = await vscode.workspace.openTextDocument(editor.document.uri);
    editor = await vscode.window.showTextDocument(again, vscode.ViewColumn.One);
    moveInto(editor, HEADING);
    await eventually('the exercise', panelState, ({ exercise }) => exercise?.id === '9.8');
    assert.deepEqual(await overrides(), []);
    await replaceIn(editor, HEADING, 'lr = 0.1', 'lr = 0.03');
    await runExercise();
    assert.deepEqual(await overrides(), []);
  });

  it('is there again, and told, when the file is opened again as it was', async () => {
    await closeEditors();
    const again = await vscode.workspace.openTextDocument(editor.document.uri);
    editor = await vscode.window.showTextDocument(again, vscode.ViewColumn.One);
    moveInto(editor, HEADING);
    await eventually('the override', overrides, (found) => found.length === 1);
    assert.ok((await lensTitles(editor.document)).includes('runs with lr = 0.1, the code says 0.03'));
    assert.equal(printed(await runExercise()), '0.2\n');
  });

  it('stays with its literal when its line moves and its name changes', async () => {
    await editor.edit((edit) => edit.insert(new vscode.Position(4, 0), 'other = 5\n'));
    await replaceIn(editor, HEADING, 'lr =', 'rate =');
    await replaceIn(editor, HEADING, 'scale * lr', 'scale * rate');
    await eventually('the new name', overrides, (found) => JSON.stringify(found) === '[["rate",0.1]]');
    await eventually('the same result', printedToTheEnd, (text) => text === '0.2\n');
  });
});

describe('a value that a sweep’s Use put into the panel', () => {
  before(function () {
    if (!windowIsReachable) this.skip();
  });
  after(closeEditors);

  it('ends when its literal is edited', async function () {
    this.timeout(90_000);
    const editor = await openPython(...CODE);
    moveInto(editor, HEADING);
    await runExercise();
    await vscode.commands.executeCommand('notifications.clearAll');
    const uri = editor.document.uri.toString();
    await vscode.commands.executeCommand('d2l.sweepParameter', { uri, line: 5, key: 'lr' });
    await eventually('the form', panelState, ({ sweepForm }) => sweepForm === 'lr');
    await webview.fill('.sweep-form [aria-label="From"] input', '0.1');
    await webview.fill('.sweep-form [aria-label="To"] input', '10');
    await webview.fill('.sweep-form [aria-label="Count"] input', '3');
    await webview.click('.sweep-form vscode-button[aria-label="Run sweep"]');
    await eventually('the end of the sweep', panelState, ({ sweep }) => sweep?.status === 'done', 60);
    await webview.click('.sweep-table button[data-focus="use 1"]');
    await eventually('the run with the value', printedToTheEnd, (text) => text === '2.0\n');
    await typeOver(editor, HEADING, '0.03', '0.7');
    await eventually('the run of the code', printedToTheEnd, (text) => text === '1.4\n');
    assert.deepEqual(await overrides(), []);
  });
});
