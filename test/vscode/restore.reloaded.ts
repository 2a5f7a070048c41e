/** After a real reload of the window: what `restore.ts` left behind is there again. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { endOfRun, panelState, replaceIn } from './extension.ts';
import { HEADING } from './restore.ts';
import { eventually, shownTexts, webview } from './window.ts';

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

  it('nothing else was in the panel before: no buttons without an exercise, no word that there is none', async () => {
    const texts = await shownTexts();
    assert.ok(texts.length > 0, 'nothing was seen');
    const others = texts.filter((text) => !text.startsWith('3.4.5 · Before the reload'));
    assert.deepEqual(others, []);
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

  it('the last run is there with its curves and weights, and follows the code', async () => {
    const { status, results, note } = await panelState();
    assert.deepEqual([status, note, results.fits.length], ['ok', null, 1]);
    assert.deepEqual(
      results.fits[0]?.curves.map(({ label }) => label),
      ['train_loss', 'val_loss'],
    );
    assert.equal(results.fits[0]?.weights.length, 2);
    assert.match(await webview.text('.loss .legend'), /validation/);
    assert.match(await webview.text('.loss .sentence'), /^Validation loss fell from /);
    assert.match(await webview.text('.output-text'), /kept/);
    const { run } = await panelState();
    const editor = vscode.window.visibleTextEditors[0]!;
    await replaceIn(editor, HEADING, 'lr=0.03', 'lr=0.1');
    assert.equal((await endOfRun(run)).status, 'ok');
  });

  it('a section that was folded still is', async () => {
    const open = async () => webview.evaluate("document.querySelector('section.weights details').open");
    await eventually('the fold', open, (value) => value === false);
  });
});
