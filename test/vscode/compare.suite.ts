/** Past runs in the real window: what changed, a pin that stays behind, what outlives closing the file. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeEditors,
  endOfRun,
  moveInto,
  openPython,
  panelState,
  replaceIn,
  runExercise,
} from './extension.ts';
import { eventually, webview, windowIsReachable, workbench } from './window.ts';

const HEADING = '# %% [3.4.6] ';

const PROGRAM = [
  '# %% Set-up for past runs',
  'import torch',
  'from d2l import torch as d2l',
  '# %% [3.4.6] Learning rates',
  'model = d2l.LinearRegressionScratch(2, lr=0.03)',
  'data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2)',
  'd2l.Trainer(max_epochs=3).fit(model, data)',
];
const photos = process.env['D2L_PHOTOS'];

/** For people who look at the panel: `D2L_PHOTOS=folder node scripts/test-vscode.mjs`. */
async function photograph(name: string): Promise<void> {
  if (photos && windowIsReachable) await workbench.screenshot(`${photos}/${name}.png`);
}

describe('past runs', () => {
  afterEach(closeEditors);

  it('tell what changed, can be pinned, and come back with the file', async function () {
    this.timeout(90_000);
    const editor = await openPython(...PROGRAM);
    const { uri } = editor.document;
    moveInto(editor, HEADING);
    await runExercise();
    const before = (await panelState()).run;
    await replaceIn(editor, HEADING, 'lr=0.03', 'lr=2');
    const diverged = await endOfRun(before);
    const news = diverged.history.slice(-2).map(({ changes }) => changes);
    assert.deepEqual(news.at(-1), [{ kind: 'parameter', name: 'lr', from: 0.03, to: 2 }]);
    assert.ok((diverged.results.fits[0]?.stability?.limit ?? 3) < 2, '2/λmax is not below the learning rate');
    if (windowIsReachable) {
      // A message of the window's own may lie over the panel.
      await vscode.commands.executeCommand('notifications.clearAll');
      await webview.click('.runs-table tbody tr:first-child [aria-pressed]');
      await eventually('the pin', panelState, ({ history }) => history.at(-1)?.pinned === true);
      await photograph('diverged');
    }
    const again = (await panelState()).run;
    await replaceIn(editor, HEADING, 'lr=2', 'lr=0.1');
    await endOfRun(again);
    if (windowIsReachable) {
      await eventually(
        'the new curve beside the pinned one',
        () => webview.text('.loss .legend'),
        (text) => text.includes('lr 2') && text.includes('train'),
      );
      await eventually(
        'the sentence on the new curve',
        () => webview.text('.loss .sentence'),
        (text) => text.includes('fell'),
      );
      await photograph('compared');
    }
    const count = (await panelState()).history.length;
    await closeEditors();
    const opened = await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One });
    moveInto(opened, HEADING);
    const back = await eventually('the history', panelState, ({ history }) => history.length > 0);
    assert.equal(back.history.length, count);
  });
});
