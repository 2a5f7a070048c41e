/** After a real reload of the window: what `restore.ts` left behind is there again. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { panelState } from './extension.ts';
import { HEADING } from './restore.ts';
import { eventually, webview } from './window.ts';

describe('after a reload of the window', () => {
  it('the panel is an editor tab again, and shows the exercise at the cursor', async () => {
    const labels = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    await eventually('the tab', labels, (found) => found.includes('D2L Exercises'));
    const editor = await eventually(
      'the editor',
      () => vscode.window.visibleTextEditors[0],
      (found) => found?.document.getText().includes(HEADING) === true,
    );
    await vscode.window.showTextDocument(editor!.document, editor!.viewColumn);
    const title = () => webview.text('h1');
    await eventually('the exercise', title, (text) => text.includes('3.4.5 · Before the reload'));
  });

  it('past runs, their pins and the curves of these are there', async () => {
    const { history } = await panelState();
    assert.deepEqual(
      history.map(({ number, pinned, status }) => [number, pinned, status]),
      [[1, true, 'ok']],
    );
    assert.match(await webview.text('.loss .legend'), /#1/);
    assert.ok((await webview.count('.loss canvas')) > 0, 'no chart of the pinned run');
  });

  it('a section that was folded still is', async () => {
    const open = async () => webview.evaluate("document.querySelector('section.weights details').open");
    await eventually('the fold', open, (value) => value === false);
  });
});
