/** The model while it learns: its section in the panel, the scrubber by keyboard, and Pause. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, moveInto, openPython, panelState, runExercise } from './extension.ts';
import { CLASSES, LINEAR, moons } from './looked-programs.ts';
import { eventually, webview, windowIsReachable, workbench } from './window.ts';

const SECTION = 'section.learning';
const SCRUBBER = `${SECTION} .scrubber`;

function stepTold(): Promise<string> {
  return webview.evaluate(
    `document.querySelector('${SCRUBBER}')?.getAttribute('aria-valuetext') ?? ''`,
  ) as Promise<string>;
}

async function open(lines: readonly string[]): Promise<void> {
  const editor = await openPython(...lines);
  moveInto(editor, '# %% ');
}

describe('a model while it learns', () => {
  before(function () {
    if (!windowIsReachable) this.skip();
  });
  afterEach(closeEditors);

  it('is recorded while its section is open, and its steps are gone through by keys', async function () {
    this.timeout(120_000);
    await open(LINEAR);
    assert.equal((await runExercise()).results.fits[0]?.steps, undefined);
    await webview.evaluate(`document.querySelector('${SECTION} details').open = true`);
    await eventually(
      'the hint',
      () => webview.text(SECTION),
      (text) => text.includes('Run the exercise'),
    );
    const { results } = await runExercise();
    const { steps, examples } = results.fits[0]?.steps ?? { steps: [], examples: null };
    assert.equal(examples?.kind, 'plane');
    assert.ok(steps.length > 10, String(steps.length));
    await eventually('the last step', stepTold, (text) => text.endsWith('the end'));
    await webview.evaluate(`document.querySelector('${SCRUBBER}').focus()`);
    await workbench.press('Home');
    await eventually('the first step', stepTold, (text) => /^epoch 0: loss \d/.test(text));
    await eventually(
      'its picture',
      () => webview.text(`${SECTION} .learning-pictures`),
      (text) => text.includes('The model’s output'),
    );
  });

  it('stops at a minibatch, goes on by single ones, and is stopped', async function () {
    this.timeout(120_000);
    await open(moons(100_000));
    const running = vscode.commands.executeCommand('d2l.runExercise');
    await eventually('the training', panelState, ({ results: { fits } }) => fits[0]?.completed === null);
    await webview.click('.training-buttons vscode-button[aria-label="Pause"]');
    const { results } = await eventually('the pause', panelState, ({ isPaused }) => isPaused);
    const newest = (fits: typeof results.fits): number => fits[0]?.steps?.steps.at(-1)?.step ?? -1;
    const at = newest(results.fits);
    await eventually(
      'the words',
      () => webview.text('.status'),
      (text) => text.startsWith('Paused: step'),
    );
    await webview.click('.training-buttons vscode-button[aria-label="Step"]');
    await eventually(
      'one more step',
      panelState,
      (state) => state.isPaused && newest(state.results.fits) === at + 1,
    );
    await vscode.commands.executeCommand('d2l.stop');
    await eventually('the end', panelState, ({ status }) => status === 'stopped');
    await running;
  });

  it('shows where it tells classes apart, and what it takes pictures for', async function () {
    this.timeout(180_000);
    await open(moons(300));
    const bands = await runExercise();
    assert.equal(bands.results.fits[0]?.steps?.examples?.kind, 'plane');
    await eventually(
      'the boundary',
      () => webview.text(SECTION),
      (text) => text.includes('changes its mind'),
    );
    await closeEditors();
    await open(CLASSES);
    const cnn = await runExercise();
    assert.equal(cnn.results.fits[0]?.steps?.examples?.kind, 'labels');
    await eventually(
      'the classes',
      () => webview.text(SECTION),
      (text) => text.includes('taken for what they are'),
    );
    await webview.evaluate(`document.querySelector('${SECTION} details').open = false`);
  });
});
