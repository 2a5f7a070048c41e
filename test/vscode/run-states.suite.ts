/** What stays of a run that does not come to its end, who waits for whom, and how a run is let go on past its limit. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, endOfRun, openPanel, openPython, panelState, runExercise } from './extension.ts';
import { eventually, webview, windowIsReachable } from './window.ts';

type State = Awaited<ReturnType<typeof panelState>>;

const REGRESSION = [
  'import torch',
  'w = torch.zeros(2, requires_grad=True)',
  'X = torch.randn(64, 2)',
  'y = X @ torch.tensor([2.0, -3.4])',
];
const STEP = [
  '    l = ((X @ w - y) ** 2).mean()',
  '    l.backward()',
  '    with torch.no_grad():',
  '        w -= 0.1 * w.grad',
  '        w.grad.zero_()',
];
const trains = (head: string): string[] => [...REGRESSION, head, ...STEP];

const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('d2l');

const printed = ({ results }: State): string =>
  results.outputs.flatMap(({ stream, text }) => (stream === 'stdout' ? [text] : [])).join('');

/** The error's actions: what they are called, and what they carry out. */
async function actionsOf(editor: vscode.TextEditor): Promise<vscode.CodeAction[]> {
  const [diagnostic] = await eventually(
    'a diagnostic',
    () => vscode.languages.getDiagnostics(editor.document.uri).filter(({ source }) => source === 'D2L'),
    (found) => found.length === 1,
  );
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    editor.document.uri,
    diagnostic!.range,
    vscode.CodeActionKind.QuickFix.value,
  );
}

function standIn(editor: vscode.TextEditor): void {
  editor.selection = new vscode.Selection(1, 0, 1, 0);
}

/** Starts the exercise of an editor and waits for it to get as far as `is` says. */
async function startUntil(
  editor: vscode.TextEditor,
  what: string,
  is: (state: State) => boolean,
): Promise<State> {
  await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
  standIn(editor);
  void vscode.commands.executeCommand('d2l.runExercise');
  return eventually(what, panelState, is, 40);
}

const hasTrained = ({ status, results }: State): boolean =>
  status === 'running' && (results.fits[0]?.curves[0]?.points.length ?? 0) > 5;

describe('what stays of a run', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('d2l.stop');
    await closeEditors();
  });

  it('keeps the result of a good run, dimmed and with its words, behind an error', async function () {
    await openPanel('d2l.openPanel');
    const editor = await openPython('# %% [9.1] Kept', ...trains('for step in range(100):'));
    standIn(editor);
    assert.equal((await runExercise()).status, 'ok');
    const before = (await panelState()).run;
    const insertion = new vscode.Position(1, 0);
    assert.ok(await editor.edit((edit) => edit.insert(insertion, '1 / 0\n')));
    const failed = await endOfRun(before);
    assert.equal(failed.results.error?.type, 'ZeroDivisionError');
    assert.equal(failed.results.fits.length, 0);
    assert.equal(failed.lastGood?.fits.length, 1);
    if (!windowIsReachable) return;
    await eventually(
      'a dimmed curve',
      () => webview.count('section.former'),
      (count) => count > 0,
    );
    assert.match(await webview.text('body'), /Dimmed: from run \d+/);
  });

  it('keeps curve and weights of a run that is stopped', async function () {
    const editor = await openPython('# %% [9.2] Stopped', ...trains('while True:'));
    const { run } = await startUntil(editor, 'some training', hasTrained);
    await vscode.commands.executeCommand('d2l.stop');
    const state = await eventually(
      'the end',
      panelState,
      (now) => now.run === run && now.status === 'stopped',
      40,
    );
    const [fit] = state.results.fits;
    assert.ok((fit?.curves[0]?.points.length ?? 0) > 5, 'the curve is gone');
    assert.equal(fit?.weights[0]?.name, 'w');
    assert.ok(Math.abs(Number(fit?.weights[0]?.learned[0])) > 0.1, JSON.stringify(fit?.weights));
    if (!windowIsReachable) return;
    const head = () => webview.text('header.top');
    await eventually('the word of it', head, (text) => text.includes('What it had until then is shown'));
  });

  it('takes the fix for a misspelled name', async () => {
    const editor = await openPython('# %% [9.3] Spelling', 'learning_rate = 0.5', 'print(learning_rat * 2)');
    standIn(editor);
    assert.equal((await runExercise()).status, 'error');
    const [fix] = await actionsOf(editor);
    assert.equal(fix?.title, 'Change learning_rat to learning_rate');
    const before = (await panelState()).run;
    assert.ok(await vscode.workspace.applyEdit(fix.edit!));
    assert.equal(printed(await endOfRun(before)), '1.0\n');
  });

  it('offers what can be done about a data set that is not there', async function () {
    const editor = await openPython(
      '# %% [9.4] Data',
      'from d2l import torch as d2l',
      'data, features = d2l.get_data_ch11(batch_size=10)',
      'print(features)',
    );
    standIn(editor);
    assert.equal((await runExercise()).status, 'error');
    const actions = await actionsOf(editor);
    assert.deepEqual(
      actions.map(({ title }) => title),
      [
        "Use generated data: make_stand_in('airfoil')",
        'Download Airfoil Self-Noise (0.1 MB)',
        'Choose data folder…',
      ],
    );
    if (windowIsReachable) {
      assert.match(await webview.text('section.advice'), /Choose data folder…[^]*Use generated data/);
    }
    const before = (await panelState()).run;
    await vscode.commands.executeCommand('d2l.useGeneratedData');
    const state = await endOfRun(before);
    const said = /^Made a stand-in for airfoil: .* These are not the real data\.\n5\n$/;
    assert.match(printed(state), said, state.results.error?.traceback);
    assert.equal(editor.document.lineAt(2).text, "d2l.make_stand_in('airfoil')");
  });
});

describe('the time limit of a run', () => {
  before(() => settings().update('timeLimit', 8, true));

  after(() => settings().update('timeLimit', undefined, true));

  afterEach(async () => {
    await vscode.commands.executeCommand('d2l.stop');
    await closeEditors();
  });

  it('is moved by Continue, and the run goes on past it', async () => {
    const editor = await openPython(
      '# %% [9.5] Long',
      'import time',
      'begun = time.monotonic()',
      'while time.monotonic() - begun < 11: time.sleep(0.05)',
      'print("done")',
    );
    const { run, clock } = await startUntil(editor, 'the run', ({ status }) => status === 'running');
    assert.equal(clock?.limit, 8);
    await vscode.commands.executeCommand('d2l.continueRun');
    await eventually(
      'another limit',
      panelState,
      (state) => state.run === run && (state.clock?.limit ?? 0) > 8,
    );
    const state = await eventually(
      'the end',
      panelState,
      (now) => now.run === run && !['starting', 'running'].includes(now.status),
      60,
    );
    assert.equal(state.status, 'ok');
    assert.equal(printed(state), 'done\n');
  });

  it('ends a run that is not let go on, and keeps what it has trained', async () => {
    const editor = await openPython('# %% [9.6] Over', ...trains('while True:'));
    const { run } = await startUntil(editor, 'some training', hasTrained);
    const state = await eventually(
      'the end',
      panelState,
      (now) => now.run === run && now.status !== 'running',
      40,
    );
    assert.equal(state.status, 'timeout');
    assert.equal(state.results.fits[0]?.weights[0]?.name, 'w');
  });
});

describe('a second exercise', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('d2l.stop');
    await closeEditors();
  });

  const running = ({ status }: State): boolean => status === 'running';

  it('waits for the first to end, says so, and runs then', async function () {
    const first = await openPython(
      '# %% [9.7] First',
      'import time',
      'begun = time.monotonic()',
      'while time.monotonic() - begun < 9: time.sleep(0.05)',
      'print("first")',
    );
    await startUntil(first, 'the first run', running);
    const second = await openPython('# %% [9.8] Second', 'print("second")');
    const waiting = await startUntil(second, 'the queue', ({ status }) => status === 'queued');
    assert.match(waiting.waitingFor ?? '', /9\.7/);
    // The page hears of it a moment later.
    if (windowIsReachable)
      await eventually(
        'the words',
        () => webview.text('header.top'),
        (text) => /Waiting for .*9\.7.* to finish/.test(text),
      );
    const state = await eventually('its turn', panelState, ({ status }) => status === 'ok', 40);
    assert.equal(printed(state), 'second\n');
    await vscode.window.showTextDocument(first.document, vscode.ViewColumn.One);
    standIn(first);
    const ended = await eventually('the first', panelState, ({ exercise }) => exercise?.id === '9.7');
    assert.equal(ended.status, 'ok');
    assert.equal(printed(ended), 'first\n');
  });

  it('runs at once where the learner wants that, and the first says that it was stopped', async () => {
    const first = await openPython('# %% [9.9] Endless', 'while True: pass');
    await startUntil(first, 'the first run', running);
    const second = await openPython('# %% [9.10] Now', 'print("now")');
    await startUntil(second, 'the queue', ({ status }) => status === 'queued');
    await vscode.commands.executeCommand('d2l.runNow');
    const state = await eventually('its turn', panelState, ({ status }) => status === 'ok', 40);
    assert.equal(printed(state), 'now\n');
    await vscode.window.showTextDocument(first.document, vscode.ViewColumn.One);
    standIn(first);
    const ended = await eventually('the first', panelState, ({ exercise }) => exercise?.id === '9.9');
    assert.equal(ended.status, 'stopped');
  });
});
