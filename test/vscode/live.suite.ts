/** What the editor itself does around a run: lenses that follow it, live runs, the panel's values in the code. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { endOfRun, openPython, panelState, replaceIn, runExercise } from './extension.ts';
import { eventually, webview, windowIsReachable, workbench } from './window.ts';

const heading = '# %% [9.9] ';

async function lensTitles(document: vscode.TextDocument): Promise<string[]> {
  const command = 'vscode.executeCodeLensProvider';
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(command, document.uri);
  return lenses.map((lens) => lens.command?.title ?? '');
}

function printed(state: Awaited<ReturnType<typeof panelState>>): string {
  return state.results.outputs.map(({ text }) => text).join('');
}

describe('the editor around a run', () => {
  let editor: vscode.TextEditor;

  before(async () => {
    editor = await openPython(
      '# %% Set-up',
      'factor = 2',
      '',
      `${heading}Double`,
      'lr = 0.5',
      'print(factor * lr)',
    );
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('runs the block of a CodeLens, wherever the cursor is, and shows the result there', async () => {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      editor.document.uri,
    );
    const command = lenses[0]?.command;
    assert.ok(command, 'no CodeLens');
    await vscode.commands.executeCommand(command.command, ...(command.arguments as unknown[]));
    const state = await panelState();
    assert.equal(state.status, 'ok', state.results.error?.traceback);
    assert.equal(printed(state), '1.0\n');
    const [run, debug, result] = await lensTitles(editor.document);
    assert.equal(run, '$(play) Run D2L exercise 9.9');
    assert.equal(debug, '$(debug-alt) Debug D2L exercise');
    assert.match(result ?? '', /^✓ [\d.]+ m?s$/);
  });

  it('runs again after an edit of the set-up, live', async () => {
    const before = (await panelState()).run;
    await replaceIn(editor, '# %% Set-up', 'factor = 2', 'factor = 4');
    assert.equal(printed(await endOfRun(before)), '2.0\n');
  });

  it('runs with the value of a control, and writes it into the code in one step', async function () {
    if (!windowIsReachable) this.skip();
    const before = (await panelState()).run;
    await webview.fill('.parameter:has(.parameter-name:text-is("lr")) vscode-text-field input', '0.25');
    await workbench.press('Enter');
    assert.equal(printed(await endOfRun(before)), '1.0\n');
    assert.ok(editor.document.getText().includes('lr = 0.5'), 'the file was changed by the control');
    await webview.click('vscode-button:has-text("Apply to code")');
    const text = () => editor.document.getText();
    await eventually('the value in the code', text, (code) => code.includes('lr = 0.25'));
    assert.deepEqual(
      (await panelState()).parameters.map(({ key, override }) => [key, override]),
      [
        ['lr', null],
        ['factor', null],
      ],
    );
    await vscode.window.showTextDocument(editor.document, editor.viewColumn);
    await vscode.commands.executeCommand('undo');
    assert.ok(text().includes('lr = 0.5') && text().includes('factor = 4'), text());
  });

  it('ends a run that an edit has made pointless, and runs the new code', async () => {
    await replaceIn(editor, heading, 'print', 'while lr > 1: pass\nprint');
    await endOfRun((await panelState()).run);
    await replaceIn(editor, heading, 'lr = 0.5', 'lr = 5');
    const endless = await eventually('the endless run', panelState, ({ status }) => status === 'running');
    await replaceIn(editor, heading, 'lr = 5', 'lr = 0.75');
    assert.equal(printed(await endOfRun(endless.run)), '3.0\n');
    await replaceIn(editor, heading, 'while lr > 1: pass\n', '');
    await endOfRun((await panelState()).run);
  });

  it('puts an error on its line with the calls that led there', async () => {
    await editor.edit((edit) =>
      edit.replace(new vscode.Range(5, 0, 6, 0), 'def f(x):\n    return x / 0\nf(lr)\n'),
    );
    await runExercise();
    const problems = () => vscode.languages.getDiagnostics(editor.document.uri);
    const [problem] = await eventually('the diagnostic', problems, (found) => found.length > 0);
    assert.equal(problem!.range.start.line, 6);
    assert.deepEqual(
      problem!.relatedInformation?.map(({ location, message }) => [location.range.start.line, message]),
      [[7, 'called from here']],
    );
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n'));
    await eventually('the moved diagnostic', problems, ([moved]) => moved?.range.start.line === 7);
  });
});
