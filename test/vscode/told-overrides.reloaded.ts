/** After a real reload of the window: a value that was applied is the code's, and one that was not is told again. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, moveInto, panelState, runExercise } from './extension.ts';
import { LEFT_FILE, LEFT_HEADING } from './overrides-left.ts';
import { eventually } from './window.ts';

describe('after a reload of the window', () => {
  after(closeEditors);

  it('values of the panel that were applied are not back, and the others are told', async () => {
    const [file] = await vscode.workspace.findFiles(`**/*${LEFT_FILE}.py`);
    assert.ok(file, 'the file is gone');
    const document = await vscode.workspace.openTextDocument(file);
    const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    moveInto(editor, LEFT_HEADING);
    await eventually('the exercise', panelState, ({ exercise }) => exercise?.id === '9.6');
    const { parameters, outdated } = await panelState();
    assert.deepEqual(
      parameters.map(({ key, value, override }) => [key, value, override]),
      [
        ['lr', 0.1, null],
        ['sigma', 2, 3.5],
      ],
    );
    assert.equal(outdated, false);
    const { results } = await runExercise();
    assert.equal(results.outputs.map(({ text }) => text).join(''), '0.1 3.5\n');
  });
});
