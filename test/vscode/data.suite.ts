/** A data set that is missing: from the panel's error to the download, the run that goes on, the view, and its end. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { DataSet } from '../../src/data/data-set.ts';
import { DataServer, fileOf, setOf } from '../data-server.ts';
import { answerDialogs } from './dialogs.ts';
import { closeEditors, endOfRun, openPython, panelState, runExercise, testing } from './extension.ts';
import { execute, openNotebook } from './notebooks.ts';
import { eventually, webview, windowIsReachable, workbench } from './window.ts';

const TEXT = Buffer.from('The Time Traveller (for so it will be convenient to speak of him)\n'.repeat(3000));
const BUTTON = '.advice .download';

const PROGRAM = [
  'from d2l import torch as d2l',
  "with open(d2l.download('time_machine')) as file:",
  "    print(len(file.read()), 'characters')",
];

function madeUp(urls: readonly string[] = []): DataSet {
  const files = [fileOf('timemachine.txt', TEXT, { urls })];
  return { ...setOf('time-machine', files, ['time_machine']), title: 'The Time Machine' };
}

async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
}

/** What modal dialogs have said. */
const dialogs: string[] = [];

const rows = () => workbench.texts('.pane:has(h3:text-is("Data Sets")) .monaco-list-row');

async function missTheText(): Promise<vscode.TextEditor> {
  const editor = await openPython('# %% [8.2] Text', ...PROGRAM);
  editor.selection = new vscode.Selection(2, 0, 2, 0);
  const { status, results } = await runExercise();
  assert.deepEqual([status, results.error?.type], ['error', 'DataFileMissingError']);
  return editor;
}

async function removeSet(): Promise<void> {
  await vscode.commands.executeCommand('d2l.removeData', 'time-machine');
  assert.match(dialogs.at(-1) ?? '', /^Delete The Time Machine \(0\.2 MB\)/);
}

(windowIsReachable ? describe : describe.skip)('a data set that is missing', () => {
  let server: DataServer;
  let restore: () => void;

  before(async () => {
    server = await DataServer.start();
    restore = answerDialogs(dialogs);
    await (await testing()).replaceDataSets([madeUp()]);
    await set('d2l.dataMirror', server.url.href);
  });

  after(async () => {
    restore();
    await set('d2l.dataMirror', undefined);
    await server.close();
  });

  beforeEach(() => server.answers.set('/timemachine.txt', { bytes: TEXT }));

  afterEach(closeEditors);

  it('is downloaded by a click, and the exercise runs on', async () => {
    const editor = await missTheText();
    await eventually(
      'the button',
      () => webview.text(BUTTON),
      (text) => text.trim() === 'Download The Time Machine (0.2 MB)',
    );
    const [diagnostic] = vscode.languages.getDiagnostics(editor.document.uri);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      diagnostic!.range,
    );
    const titles = actions.map(({ title }) => title);
    assert.ok(
      titles.some((title) => title.startsWith('Download The Time Machine')),
      titles.join('; '),
    );
    assert.ok(titles.includes('Choose data folder…'));
    assert.deepEqual(server.asked, [], 'nothing is fetched before the learner agrees');
    const { run } = await panelState();
    await webview.click(BUTTON);
    const state = await endOfRun(run);
    assert.deepEqual(dialogs.length, 1);
    assert.ok(dialogs[0]?.includes(`${server.url.href}: about 0.2 MB`), dialogs[0]);
    const printed = state.results.outputs.filter(({ stream }) => stream === 'stdout');
    assert.deepEqual(
      [state.status, printed.map(({ text }) => text).join(''), state.download],
      ['ok', `${TEXT.length} characters\n`, null],
    );
    await runExercise();
    assert.deepEqual(server.asked, ['/timemachine.txt']);
  });

  it('is listed with its size, and deleted', async () => {
    await vscode.commands.executeCommand('d2l.dataSets.focus');
    await eventually('the view', rows, (found) => found.some((row) => /The Time Machine.*0\.2 MB/.test(row)));
    await removeSet();
    await eventually('the empty view', rows, (found) => found.length === 0);
    await missTheText();
  });

  it('has generated data in its place', async () => {
    const editor = await missTheText();
    const { run } = await panelState();
    await webview.click('.advice .steps .link:has-text("Use generated data")');
    assert.equal((await endOfRun(run)).status, 'ok');
    assert.match(editor.document.getText(), /d2l\.make_stand_in\('time_machine'\)/);
  });

  it('is not there when it is another file, and can be tried again', async () => {
    server.answers.set('/timemachine.txt', { bytes: Buffer.from('not it') });
    await missTheText();
    const { run } = await panelState();
    await vscode.commands.executeCommand('notifications.clearAll');
    await webview.click(BUTTON);
    const toast = () => workbench.texts('.notification-toast');
    await eventually('the reason', toast, (texts) => texts.join(' ').includes('is not the published file'));
    server.answers.set('/timemachine.txt', { bytes: TEXT });
    await workbench.click('.notification-toast .monaco-button:has-text("Try again")');
    assert.equal((await endOfRun(run)).status, 'ok');
    await removeSet();
  });

  it('is told in a notebook’s cell too, which generates data in its place and runs again', async () => {
    const notebook = await openNotebook('scratch-data.ipynb', [PROGRAM.join('\n')]);
    await execute(notebook, 0, 1);
    const good = () => notebook.cellAt(0).executionSummary?.success;
    await eventually('the error', good, (found) => found === false, 40);
    await vscode.commands.executeCommand('d2l.openCellRun', notebook.cellAt(0).document.uri.toString());
    await webview.click('.advice .steps .link:has-text("Use generated data")');
    await eventually('the run', good, (found) => found === true, 40);
    assert.match(notebook.cellAt(0).document.getText(), /d2l\.make_stand_in\('time_machine'\)/);
    await vscode.workspace.fs.delete(notebook.uri);
  });

  it('comes through the proxy of VS Code’s settings', async () => {
    // A name that nobody has: only the proxy can answer for it.
    await (await testing()).replaceDataSets([madeUp(['http://data-sets.invalid/timemachine.txt'])]);
    await set('d2l.dataMirror', undefined);
    await set('http.proxy', server.url.href);
    try {
      await missTheText();
      const { run } = await panelState();
      await webview.click(BUTTON);
      assert.equal((await endOfRun(run)).status, 'ok');
      assert.ok(dialogs.at(-1)?.includes('It comes from data-sets.invalid'), dialogs.at(-1));
      await removeSet();
    } finally {
      await set('http.proxy', undefined);
    }
  });
});
