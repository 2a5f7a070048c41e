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
import { CNN, MLP, TWICE } from './looked-programs.ts';
import { accessibilityProblems, eventually, webview, windowIsReachable, workbench } from './window.ts';

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

async function drawn(): Promise<void> {
  if (windowIsReachable) await eventually('the picture', boxes, (titles) => titles.length > 0);
}

/** The exercise's graph is not asked for until somebody clicks. */
async function runUnasked(lines: readonly string[]): Promise<vscode.TextEditor> {
  const editor = await openPython(...lines);
  moveInto(editor, '# %% ');
  assert.equal((await runExercise()).results.graph, undefined);
  return editor;
}

describe('the graph behind a tensor', () => {
  before(() => openPanel('d2l.openToSide'));

  after(async () => {
    await closeEditors();
    await vscode.commands.executeCommand('d2l.openPanel');
  });

  it('is shown from the hover of a line, and the exercise runs again to tell it', async () => {
    const editor = await runUnasked(MLP);
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
    await drawn();
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
    await runUnasked(CNN);
    await vscode.commands.executeCommand('d2l.showGraph', { path: 'l' });
    const graph = await graphOfRun();
    assert.ok(graph?.nodes.some(({ name }) => name === 'ConvolutionBackward0'));
    await drawn();
  });

  it('is shown by a click into the hover', async function () {
    if (!windowIsReachable) this.skip();
    const editor = await runUnasked(['# %% [2.5.1] Hover', ...MLP.slice(1)]);
    const place = new vscode.Position(lineOf(editor.document, 'l = '), 0);
    const selection = new vscode.Selection(place, place);
    await vscode.window.showTextDocument(editor.document, { selection, viewColumn: vscode.ViewColumn.One });
    await vscode.commands.executeCommand('editor.action.showHover');
    await workbench.click('.monaco-hover a:has-text("Show the graph")');
    await graphOfRun();
    assert.equal((await panelState()).graph, lineKey('l', place.line + 1));
    await drawn();
  });

  it('is shown by a click on the button of a variable', async function () {
    if (!windowIsReachable) this.skip();
    await vscode.commands.executeCommand('d2l.variables.focus');
    await runUnasked(['# %% [2.5.3] Variables', ...MLP.slice(1)]);
    const row = '.sidebar .monaco-list-row[aria-label^="y_hat,"]';
    await workbench.click(row);
    await workbench.click(`${row} .action-label[aria-label="Show the Graph of Gradients"]`);
    await graphOfRun();
    assert.equal((await panelState()).graph, 'y_hat');
    await vscode.commands.executeCommand('workbench.view.explorer');
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
    await drawn();
  });

  it('shows where a second backward() fails what the first has freed', async () => {
    await runUnasked(TWICE);
    if (windowIsReachable) await webview.click('section.graph vscode-button[aria-label="Show the graph"]');
    else await vscode.commands.executeCommand('d2l.showGraph');
    const graph = await graphOfRun();
    assert.equal(graph?.pass?.isFailed, true);
    assert.ok(graph.nodes.some(({ isFreed }) => isFreed === true));
    await drawn();
  });
});
