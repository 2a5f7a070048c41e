/** The controls of a program that gives its numbers by position, in a narrow panel. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeEditors,
  endOfRun,
  moveInto,
  openPanel,
  openPython,
  panelState,
  runExercise,
} from './extension.ts';
import { eventually, webview, windowIsReachable, workbench } from './window.ts';

const HEADING = '# %% [9.5] ';
/** Pixels of the panel. */
const WIDTH = 260;

/** Makes the panel's tab so wide; what is beside it keeps half of the window. */
async function narrow(): Promise<void> {
  await workbench.resize(WIDTH + 300, 1400);
  const shown = await eventually(
    'a width',
    () => webview.width(),
    (found) => found > 0,
  );
  await workbench.resize(2 * WIDTH + 300 - shown, 1400);
  await eventually(
    'the width',
    () => webview.width(),
    (found) => Math.abs(found - WIDTH) < 8,
  );
}

describe('controls of positional literals', () => {
  before(function () {
    if (!windowIsReachable) this.skip();
  });
  after(async () => {
    if (!windowIsReachable) return;
    await closeEditors();
    await workbench.resize(1280, 900);
  });

  it('have the names of what is called, hyperparameters first, and work', async () => {
    const editor = await openPython(
      `${HEADING}By position`,
      'import torch',
      'h = 6.6e-34',
      'shift = -1.5e-12',
      'opt = torch.optim.SGD([torch.ones(1, requires_grad=True)], 0.5)',
      'for step in range(200): pass',
      "print(opt.param_groups[0]['lr'], step)",
    );
    moveInto(editor, HEADING);
    await runExercise();
    await vscode.commands.executeCommand('notifications.clearAll');
    const names = () =>
      webview.evaluate(
        `[...document.querySelectorAll('.parameter .parameter-name')].map((e) => e.textContent).join()`,
      );
    await eventually('the rows', names, (found) => found === 'seed,lr,stop,shift,h,requires_grad');
    const { run } = await panelState();
    await webview.fill('.parameter:has(.parameter-name:text-is("stop")) vscode-text-field input', '50');
    await workbench.press('Enter');
    const { results } = await endOfRun(run);
    assert.equal(results.outputs.map(({ text }) => text).join(''), '0.5 49\n');
  });

  it('show every digit and exponent in a panel of 260 pixels', async () => {
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await vscode.commands.executeCommand('workbench.action.closeAuxiliaryBar');
    await openPanel('d2l.openToSide');
    await narrow();
    const cut = () =>
      webview.evaluate(
        `[...document.querySelectorAll('.parameters vscode-text-field')].map((field) => field.shadowRoot.querySelector('input'))
          .filter((input) => input.scrollWidth > input.clientWidth).map((input) => input.value)`,
      );
    await eventually('whole numbers', cut, (found) => Array.isArray(found) && found.length === 0, 5);
  });
});
