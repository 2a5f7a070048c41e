/** The other documents that exercises live in, and what a run writes behind their lines. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeEditors,
  endOfRun,
  openPython,
  openWorkbookFile,
  panelState,
  runExercise,
} from './extension.ts';
import { eventually, windowIsReachable, workbench } from './window.ts';

const photos = process.env['D2L_PHOTOS'];

/** For people who look at it: `D2L_PHOTOS=folder node scripts/test-vscode.mjs`. */
async function photograph(name: string): Promise<void> {
  if (photos && windowIsReachable) await workbench.screenshot(`${photos}/${name}.png`);
}

const FENCE = '```';
const MARKDOWN = [
  '# 3.4 Linear regression',
  '',
  `${FENCE}{.python .input}`,
  '%%tab pytorch',
  'factor = 2',
  FENCE,
  '',
  `${FENCE}{.python .input}`,
  '%%tab mxnet',
  'factor = nothing of ours',
  FENCE,
  '',
  '## Exercise 6',
  '',
  '1. Double it:',
  '',
  `   ${FENCE}python`,
  '   lr = 0.5',
  '   print(factor * lr)',
  `   ${FENCE}`,
].join('\n');

const LR_LINE = 17;

function printed(state: Awaited<ReturnType<typeof panelState>>): string {
  return state.results.outputs.map(({ text }) => text).join('');
}

async function lensTitles(document: vscode.TextDocument): Promise<string[]> {
  const command = 'vscode.executeCodeLensProvider';
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(command, document.uri);
  return lenses.map((lens) => lens.command?.title ?? '');
}

function moveTo(editor: vscode.TextEditor, line: number): void {
  editor.selection = new vscode.Selection(line, 0, line, 0);
}

/** Replaces all of a line behind its indentation. */
async function rewrite(editor: vscode.TextEditor, line: number, code: string): Promise<void> {
  const { range, firstNonWhitespaceCharacterIndex } = editor.document.lineAt(line);
  const place = range.with(range.start.translate(0, firstNonWhitespaceCharacterIndex));
  assert.ok(await editor.edit((edit) => edit.replace(place, code)));
}

describe('a Markdown document', () => {
  let editor: vscode.TextEditor;

  before(async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder, 'no folder is open');
    const uri = vscode.Uri.joinPath(folder.uri, 'scratch-document.md');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(MARKDOWN));
    editor = await openWorkbookFile('scratch-document.md');
  });

  after(closeEditors);

  it('runs the fence at the cursor with the set-up of PyTorch’s tab', async () => {
    assert.ok((await lensTitles(editor.document)).includes('$(play) Run D2L exercise 3.4.6'));
    moveTo(editor, LR_LINE);
    const state = await runExercise();
    assert.equal(state.status, 'ok', state.results.error?.traceback);
    assert.equal(printed(state), '1.0\n');
  });

  it('follows the typing', async () => {
    const before = (await panelState()).run;
    await rewrite(editor, LR_LINE, 'lr = 0.75');
    assert.equal(printed(await endOfRun(before)), '1.5\n');
  });

  it('has errors at their place in the indented fence', async () => {
    const before = (await panelState()).run;
    await rewrite(editor, LR_LINE, 'lr = 1 / 0');
    await endOfRun(before);
    const problems = () => vscode.languages.getDiagnostics(editor.document.uri);
    const [problem] = await eventually('the diagnostic', problems, (found) => found.length > 0);
    assert.deepEqual([problem!.range.start.line, problem!.range.start.character], [LR_LINE, 8]);
    await rewrite(editor, LR_LINE, 'lr = 0.5');
    await eventually('no diagnostic', problems, (found) => found.length === 0);
  });
});

describe('an untitled document', () => {
  after(closeEditors);

  it('runs though it was never saved', async () => {
    const content = '# %% [7.7] Nowhere\nprint("from nowhere")\n';
    const document = await vscode.workspace.openTextDocument({ language: 'python', content });
    const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    moveTo(editor, 1);
    assert.equal(printed(await runExercise()), 'from nowhere\n');
  });
});

describe('two documents', () => {
  after(closeEditors);

  it('do not end each other’s runs: an edit in one waits until the other’s is over', async () => {
    const second = await openPython('# %% [5.2] Second', 'value = 1', 'print("second", value)');
    moveTo(second, 1);
    await runExercise();
    const first = await openPython('# %% [5.1] First', 'import time', 'time.sleep(3)', 'print("first")');
    moveTo(first, 1);
    const before = await panelState();
    void vscode.commands.executeCommand('d2l.runExercise');
    await eventually(
      'the start',
      panelState,
      ({ status, run }) => status === 'running' && run !== before.run,
    );
    const again = await vscode.window.showTextDocument(second.document, vscode.ViewColumn.One);
    await rewrite(again, 1, 'value = 2');
    const later = await eventually(
      'the end of the second run',
      panelState,
      (state) => printed(state).includes('second 2') && state.status !== 'running',
    );
    assert.equal(later.status, 'ok');
    const shown = await vscode.window.showTextDocument(first.document, vscode.ViewColumn.One);
    moveTo(shown, 2);
    const untouched = await eventually(
      'the first document',
      panelState,
      ({ exercise }) => exercise?.id === '5.1',
    );
    assert.equal(untouched.status, 'ok');
    assert.equal(printed(untouched), 'first\n');
  });
});

describe('results behind the lines', () => {
  after(closeEditors);

  it('are the fit’s and the print’s, and go with an edit', async function () {
    if (!windowIsReachable) this.skip();
    const editor = await openPython(
      '# %% [3.4.9] Notes',
      'import torch',
      'from d2l import torch as d2l',
      'model = d2l.LinearRegressionScratch(2, lr=0.03)',
      'data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2)',
      'd2l.Trainer(max_epochs=3).fit(model, data)',
      'for i in range(3):',
      '    print("step", i)',
    );
    moveTo(editor, 3);
    await runExercise();
    // The text stands in style rules, which no text of the page shows.
    const rules = () =>
      workbench.evaluate(
        `[...document.querySelectorAll('[class*="ced-"]')].map((element) => getComputedStyle(element, '::after').content).join(' ')`,
      ) as Promise<string>;
    const text = await eventually('the notes', rules, (found) => found.includes('step'));
    assert.match(text, /train_loss 0\.\d+ · val_loss 0\.042 · w off by 0\.192 · b off by -0\.212/);
    assert.match(text, /step 2 {2}×3/);
    await photograph('decorations');
    await vscode.workspace.getConfiguration('d2l').update('liveRuns', 'off', true);
    await rewrite(editor, 7, 'print("other", i)');
    await eventually('no notes', rules, (found) => !found.includes('val_loss'));
    await vscode.workspace.getConfiguration('d2l').update('liveRuns', undefined, true);
  });
});
