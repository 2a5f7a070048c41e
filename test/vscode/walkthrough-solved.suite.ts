/** The walkthrough's last step is done once an exercise of the workbook is solved, whether its page was open then or not. */
import * as vscode from 'vscode';
import { closeEditors, endOfRun, panelState, replaceIn } from './extension.ts';
import { eventually, windowIsReachable, workbench } from './window.ts';

/** Not the one whose progress workbook.suite.ts follows from the start. */
const EXERCISE = '3.1.1';
const SOLUTION = 'candidates[(x - candidates.reshape(-1, 1)).abs().sum(dim=1).argmin()]';

/** Ids of the steps that have a tick. */
function done(): Promise<unknown> {
  return workbench.evaluate(
    "[...document.querySelectorAll('.getting-started-step')].filter((step) => step.querySelector('.codicon.complete') !== null).map((step) => step.getAttribute('data-step-id'))",
  );
}

describe('the walkthrough', () => {
  after(closeEditors);

  it('has a tick at Solve it after an exercise was solved', async function () {
    this.timeout(120_000);
    if (!windowIsReachable) return this.skip();
    await vscode.commands.executeCommand('d2l.workbook.openExercise', EXERCISE);
    const editor = vscode.window.activeTextEditor!;
    await replaceIn(editor, `# %% [${EXERCISE}] `, 'torch.tensor(0.0)', SOLUTION);
    const before = (await panelState()).run;
    await vscode.commands.executeCommand('d2l.workbook.runExercise', EXERCISE);
    await endOfRun(before);
    await eventually('the verdict', panelState, ({ verdict }) => verdict?.solved === true);
    await vscode.commands.executeCommand(
      'workbench.action.openWalkthrough',
      'd2l-exercises.d2l-exercises#start',
      false,
    );
    await eventually('the tick', done, (ids) => JSON.stringify(ids).includes('#solve'), 15);
  });
});
