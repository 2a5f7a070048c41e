/** What a learner has open when the window reloads: a pinned run with a name, a folded section, the panel as an editor tab. */
import * as vscode from 'vscode';
import { lineOf, openPython, panelState, runExercise } from './extension.ts';
import { eventually, watchWebviews, webview } from './window.ts';

export const HEADING = '# %% [3.4.5] ';

/** Longer than the extension and VS Code wait before they write to the workspace's storage. */
const WRITTEN = 2500;

/** Resolves when all of it is there and has been written. */
export async function leaveBehind(): Promise<void> {
  const editor = await openPython(
    '# %% Set-up for a reload',
    'import torch',
    'from d2l import torch as d2l',
    `${HEADING}Before the reload`,
    'model = d2l.LinearRegressionScratch(2, lr=0.03)',
    'data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2)',
    'd2l.Trainer(max_epochs=2).fit(model, data)',
    "print('kept')",
  );
  const line = lineOf(editor.document, HEADING) + 1;
  editor.selection = new vscode.Selection(line, 0, line, 0);
  // One panel only, with nothing over it: the tab, in which all of it is done.
  await vscode.commands.executeCommand('workbench.action.closeAuxiliaryBar');
  await vscode.commands.executeCommand('d2l.openToSide');
  await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
  await runExercise();
  await vscode.commands.executeCommand('notifications.clearAll');
  await eventually(
    'the past run',
    () => webview.count('.runs-table tbody tr'),
    (count) => count === 1,
  );
  await webview.click('.runs-table [aria-pressed]');
  await eventually('the pin', panelState, ({ history }) => history[0]?.pinned === true);
  await webview.click('section.weights > details > summary');
  await watchWebviews();
  await new Promise((resolve) => setTimeout(resolve, WRITTEN));
}
