/** The graph behind a tensor: from a hover and from the variables, in the panel, of section 3.4, an MLP and a small CNN. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { lineKey } from '../../src/run-model/graph/behind.ts';
import {
  closeEditors,
  lineOf,
  moveInto,
  openPanel,
  openPython,
  openWorkbookFile,
  panelState,
  runExercise,
} from './extension.ts';
import { accessibilityProblems, eventually, webview, windowIsReachable, workbench } from './window.ts';

const photos = process.env['D2L_PHOTOS'];

const MLP = [
  '# %% [5.2.1] MLP',
  'import torch',
  'from torch import nn',
  'net = nn.Sequential(nn.Flatten(), nn.Linear(64, 16), nn.ReLU(), nn.Linear(16, 10))',
  'X, y = torch.randn(32, 1, 8, 8), torch.arange(32) % 10',
  'y_hat = net(X)',
  'l = nn.functional.cross_entropy(y_hat, y)',
  'l.backward()',
];

const CNN = [
  '# %% [7.6.1] CNN',
  'import torch',
  'from torch import nn',
  'block = nn.Sequential(nn.Conv2d(1, 6, 5, padding=2), nn.BatchNorm2d(6), nn.Sigmoid(), nn.AvgPool2d(2))',
  'net = nn.Sequential(block, nn.Flatten(), nn.Linear(1176, 10))',
  'l = nn.functional.cross_entropy(net(torch.randn(8, 1, 28, 28)), torch.arange(8))',
  'l.backward()',
];

/** Titles of the boxes in the panel's page. */
const boxes = async (): Promise<string[]> =>
  (await webview.evaluate(
    `[...document.querySelectorAll('section.graph .box .line-1')].map(({ textContent }) => textContent)`,
  )) as string[];

const graphOfRun = () =>
  eventually(
    'the graph of the run',
    async () => (await panelState()).results.graph,
    (graph) => graph !== undefined,
  );

async function picture(name: string): Promise<void> {
  if (!windowIsReachable) return;
  await eventually('the picture', boxes, (titles) => titles.length > 0);
  if (!photos) return;
  await vscode.commands.executeCommand('notifications.clearAll');
  await webview.evaluate(`document.querySelector('section.graph').scrollIntoView()`);
  await workbench.screenshot(`${photos}/graph-${name}.png`);
}

describe('the graph behind a tensor', () => {
  before(() => openPanel('d2l.openToSide'));

  after(async () => {
    await closeEditors();
    await vscode.commands.executeCommand('d2l.openPanel');
  });

  it('is shown from the hover of a line, and the exercise runs again to tell it', async () => {
    const editor = await openPython(...MLP);
    moveInto(editor, MLP[0]!);
    assert.equal((await runExercise()).results.graph, undefined);
    const line = lineOf(editor.document, 'l = ');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      editor.document.uri,
      new vscode.Position(line, 0),
    );
    const texts = hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
    const link = texts.map(({ value }) => /command:(d2l\.showGraph)\?([^)]+)/.exec(value)).find(Boolean);
    assert.ok(link, 'the hover has no link to the graph');
    const words = JSON.parse(decodeURIComponent(link[2]!)) as unknown[];
    await vscode.commands.executeCommand(link[1]!, ...words);
    const graph = await graphOfRun();
    assert.equal((await panelState()).graph, lineKey('l', line + 1));
    assert.deepEqual(
      graph?.nodes.map(({ name, leaf }) => leaf?.name ?? name),
      [
        'TBackward0',
        'AddmmBackward0',
        'ReluBackward0',
        'TBackward0',
        'AddmmBackward0',
        'LogSoftmaxBackward0',
        'NllLossBackward0',
        'net.3.bias',
        'net.3.weight',
        'net.1.bias',
        'net.1.weight',
      ],
    );
    await picture('mlp');
  });

  it('is walked by keyboard, and nothing of it is hidden from a screen reader', async function () {
    if (!windowIsReachable) this.skip();
    await webview.evaluate(`document.querySelector('section.graph .box[tabindex="0"]').focus()`);
    await workbench.press('ArrowUp');
    const focused = () => webview.evaluate(`document.activeElement.getAttribute('aria-label')`);
    assert.match(String(await focused()), /^LogSoftmaxBackward0, /);
    await webview.click('.graph-table summary');
    assert.equal(await webview.count('.graph-table tbody tr'), 11);
    assert.deepEqual(await accessibilityProblems(), []);
    await webview.click('.graph-table summary');
  });

  it('is asked for by an item of the variables, of a small CNN', async () => {
    const editor = await openPython(...CNN);
    moveInto(editor, CNN[0]!);
    await runExercise();
    await vscode.commands.executeCommand('d2l.showGraph', { path: 'l' });
    const graph = await graphOfRun();
    assert.ok(graph?.nodes.some(({ name }) => name === 'ConvolutionBackward0'));
    await picture('cnn');
  });

  it('of section 3.4 has the model’s own names', async () => {
    const editor = await openWorkbookFile('3.4-linear-regression-scratch.py');
    moveInto(editor, '# %% [3.4] ');
    await runExercise();
    await vscode.commands.executeCommand('d2l.showGraph');
    const graph = await graphOfRun();
    const leaves = graph?.nodes.flatMap(({ leaf }) => leaf?.name ?? []) ?? [];
    assert.deepEqual(leaves.sort(), ['model.b', 'model.w']);
    assert.ok(graph?.tensors.some(({ name }) => name === 'y_hat'));
    await picture('3.4');
  });

  it('shows where a second backward() fails what the first has freed', async () => {
    const editor = await openPython('# %% [2.5.2] Twice', ...MLP.slice(1), 'l.backward()');
    moveInto(editor, '# %% [2.5.2]');
    await runExercise();
    if (windowIsReachable) await webview.click('section.graph vscode-button[aria-label="Show the graph"]');
    else await vscode.commands.executeCommand('d2l.showGraph');
    const graph = await graphOfRun();
    assert.equal(graph?.pass?.isFailed, true);
    assert.ok(graph.nodes.some(({ isFreed }) => isFreed === true));
    await picture('freed');
  });
});
