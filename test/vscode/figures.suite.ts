/** Figures in the real webview: drawn by a script that comes later, without a word from the page's policy. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PanelState } from '../../src/run-model/state.ts';
import { closeEditors, moveInto, openPython, runExercise } from './extension.ts';
import { eventually, takeConsole, webview, windowIsReachable, workbench } from './window.ts';

const drawing = [
  '# %% [2.4] Curves, points, bars and images',
  'import torch',
  'from d2l import torch as d2l',
  'from matplotlib import pyplot as plt',
  'x = torch.arange(0, 3, 0.1)',
  "d2l.plot(x, [x**2, 2 * x - 1], 'x', 'f(x)', legend=['f', 'tangent'])",
  'plt.show()',
  "plt.semilogy([1, 10, 100], 'o-')",
  "plt.annotate('here', xy=(1, 10), xytext=(0.5, 50), arrowprops={'arrowstyle': '->'})",
  'plt.show()',
  'plt.hist(torch.arange(100.).numpy(), bins=5)',
  'plt.show()',
  'd2l.show_images(torch.rand(4, 8, 8), 2, 2)',
];

const descending = [
  '# %% [3.4] A model of two numbers',
  'import torch',
  'from d2l import torch as d2l',
  // As long as it takes: machines that test are busy.
  'import sys',
  "sys.modules['d2l.surface']._MOST_SECONDS = 5",
  'data = d2l.SyntheticRegressionData(w=torch.tensor([2.]), b=4.2)',
  'd2l.Trainer(max_epochs=3).fit(d2l.LinearRegressionScratch(1, lr=0.1), data)',
];

/** Runs a new file's only exercise. */
async function runOf(lines: readonly string[]): Promise<PanelState> {
  const editor = await openPython(...lines);
  moveInto(editor, lines[0]!);
  const state = await runExercise();
  assert.equal(state.status, 'ok', state.results.error?.traceback);
  return state;
}

/** How many elements there will be. */
async function awaitCount(selector: string, count: number): Promise<void> {
  await eventually(
    selector,
    () => webview.count(selector),
    (found) => found === count,
  );
}

/** Pictures in the workspace's folder. */
async function saved(): Promise<string[]> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  const entries = await vscode.workspace.fs.readDirectory(folder.uri);
  return entries.map(([name]) => name).filter((name) => name.endsWith('-figure.png'));
}

describe('figures', () => {
  before(async function () {
    if (!windowIsReachable) return this.skip();
    await takeConsole();
    await runOf(drawing);
  });

  after(closeEditors);

  it('are drawn, axes in their grid', async () => {
    await awaitCount('section.figures figure', 4);
    await awaitCount('section.figures .figure-place > svg', 7);
    await awaitCount('section.figures [aria-label="line"] path', 3);
    await awaitCount('section.figures foreignObject canvas', 4);
  });

  it('have ticks, words and arrows', async () => {
    const words = String(
      await webview.evaluate("document.querySelectorAll('section.figures figure')[1].textContent"),
    );
    for (const expected of ['100', '10', 'here']) assert.ok(words.includes(expected), words);
    await awaitCount('section.figures [aria-label="arrow"]', 1);
    await awaitCount('section.figures [aria-label="arrow"] path', 2); // its shaft and its open head
  });

  it('have colours of the theme', async () => {
    const stroke = await webview.evaluate(
      "getComputedStyle(document.querySelector('section.figures [aria-label=line] path')).stroke",
    );
    const blue = await webview.evaluate(`(() => {
      const probe = document.body.appendChild(document.createElement('p'));
      probe.style.color = 'var(--vscode-charts-blue)';
      const { color } = getComputedStyle(probe);
      probe.remove();
      return color;
    })()`);
    assert.equal(stroke, blue);
  });

  it('have their numbers in tables', async () => {
    await webview.click('section.figures figure vscode-button[aria-label="Table"]');
    const table = await webview.text('section.figures figure .table-place');
    assert.match(table, /tangent/);
  });

  it('are saved as pictures, though the page may load none', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    await webview.evaluate(
      "[...document.querySelectorAll('section.figures .menu-item')].find((item) => item.textContent === 'PNG…').click()",
    );
    await eventually(
      'the dialog',
      () => workbench.texts('.quick-input-widget input'),
      (texts) => texts.length > 0,
    );
    await workbench.press('Enter');
    await eventually('the file', saved, (files) => files.length === 1);
    const [name] = await saved();
    const file = vscode.Uri.joinPath(folder.uri, name!);
    const picture = Buffer.from(await vscode.workspace.fs.readFile(file));
    await vscode.workspace.fs.delete(file);
    assert.equal(picture.subarray(1, 4).toString(), 'PNG');
    assert.ok(picture.length > 5000, `${picture.length} bytes`);
  });

  it('show the loss around the way of two weights', async () => {
    const { results } = await runOf(descending);
    assert.deepEqual(results.fits[0]?.surface?.names, ['w', 'b']);
    const lines = 'section.weights [aria-label="contour"] path';
    await eventually(
      'the contours',
      () => webview.count(lines),
      (count) => count > 3,
    );
    assert.match(
      await webview.text('section.weights .weight-charts'),
      /Loss over w and b: from .* The weights went from/,
    );
  });

  it('left the console clean', async () => {
    assert.deepEqual(await takeConsole(), []);
  });

  it('of an image say what stands where arrow keys go, in a line that was there before', async () => {
    await runOf([
      '# %% [10.1] An image',
      'from matplotlib import pyplot as plt',
      'plt.imshow([[0.25, 0.75], [1, 0]])',
    ]);
    await awaitCount('.figures canvas.figure-image', 1);
    const height = () => webview.evaluate("document.querySelector('.figures .figure').offsetHeight");
    const before = await height();
    const press = (key: string) => `document.querySelector('.figures .figure-view')
      .dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', bubbles: true }))`;
    for (const key of ['ArrowDown', 'ArrowDown']) await webview.evaluate(press(key));
    await eventually(
      'the value',
      () => webview.text('.figures .pixel-value'),
      (text) => text === 'row 1, column 0: 1',
    );
    assert.equal(await height(), before);
  });
});
