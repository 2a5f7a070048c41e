/**
 * From "Fashion-MNIST is missing" to a trained softmax regression, in seven steps that a learner clicks: what the test
 * goes through, and what scripts/screenshots.mjs photographs.
 */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PanelState } from '../../src/run-model/state.ts';
import { DataServer } from '../data-server.ts';
import { answerDialogs } from './dialogs.ts';
import { endOfRun, openPython, runExercise, testing } from './extension.ts';
import { smallFashionMnist } from './fashion-mnist.ts';
import { eventually, webview, workbench } from './window.ts';

const PROGRAM = [
  '# %% [4.4] Softmax regression',
  'from d2l import torch as d2l',
  '',
  'data = d2l.FashionMNIST(batch_size=100)',
  'model = d2l.SoftmaxRegression(num_outputs=10, lr=0.1)',
  'trainer = d2l.Trainer(max_epochs=3)',
  'trainer.fit(model, data)',
];

const SET_ROWS = '.pane:has(h3:text-is("Data Sets")) .monaco-list-row';

/** `seen` is called after the steps that show something, by a name for each. */
export async function takeSevenSteps(seen: (step: string) => Promise<void>): Promise<PanelState> {
  const server = await DataServer.start();
  const asked: string[] = [];
  const restore = answerDialogs(asked);
  const mirror = vscode.workspace.getConfiguration();
  await (await testing()).replaceDataSets([smallFashionMnist(server)]);
  await mirror.update('d2l.dataMirror', server.url.href, vscode.ConfigurationTarget.Global);
  try {
    // 1: the exercise runs, and misses its data.
    const editor = await openPython(...PROGRAM);
    editor.selection = new vscode.Selection(3, 0, 3, 0);
    const missed = await runExercise();
    assert.deepEqual([missed.status, missed.results.error?.type], ['error', 'DataFileMissingError']);
    // 2: the panel says so, and offers what can be done.
    const offer = () => webview.text('.advice .download');
    await eventually('the offer', offer, (text) => /^Download Fashion-MNIST \(.* MB\)$/.test(text.trim()));
    assert.deepEqual(server.asked, [], 'nothing is fetched before the learner agrees');
    await seen('missing');
    // 3: the learner clicks, and 4: agrees to where it comes from.
    await webview.click('.advice .download');
    const state = await endOfRun(missed.run);
    assert.equal(asked.length, 1);
    assert.ok(asked[0]?.includes(server.url.href), asked[0]);
    // 5: it came, each file once, and 6: the exercise ran on and has trained.
    assert.deepEqual([...new Set(server.asked)].length, 4);
    assert.equal(state.status, 'ok', state.results.error?.message);
    await eventually(
      'the predictions',
      () => webview.text('.predictions .sentence'),
      (text) => text.includes('validation pictures are right'),
    );
    await seen('trained');
    // 7: it is listed, and stays for every workspace.
    await vscode.commands.executeCommand('d2l.dataSets.focus');
    const listed = (found: readonly string[]) => found.some((row) => row.includes('Fashion-MNIST'));
    await eventually('the view', () => workbench.texts(SET_ROWS), listed);
    await seen('listed');
    await vscode.commands.executeCommand('d2l.removeData', 'fashion-mnist');
    return state;
  } finally {
    restore();
    await mirror.update('d2l.dataMirror', undefined, vscode.ConfigurationTarget.Global);
    await server.close();
  }
}
