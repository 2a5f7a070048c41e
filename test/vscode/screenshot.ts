/** Runs section 3.4 and takes a picture of the window: what scripts/screenshots.mjs runs inside VS Code. */
import * as vscode from 'vscode';
import { moveInto, openWorkbookFile, runExercise } from './extension.ts';
import { eventually, webview, workbench } from './window.ts';

/** Room for the panel beside the code. */
const widenings = 8;

export async function run(): Promise<void> {
  const file = process.env['D2L_SCREENSHOT'];
  if (!file) throw new Error('D2L_SCREENSHOT does not name the picture');
  await workbench.resize(1440, 900);
  await vscode.commands.executeCommand('workbench.action.closeSidebar');
  const editor = await openWorkbookFile('linear-regression.py');
  moveInto(editor, '# %% [3.4] ');
  const state = await runExercise();
  if (state.status !== 'ok')
    throw new Error(`the run ended ${state.status}: ${state.results.error?.message}`);
  await vscode.commands.executeCommand('d2l.panel.focus');
  for (let i = 0; i < widenings; i++)
    await vscode.commands.executeCommand('workbench.action.increaseViewWidth');
  await eventually(
    'the weights',
    () => webview.text('table.weights-table'),
    (text) => text.includes('b'),
  );
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  await vscode.commands.executeCommand('notifications.clearAll');
  await new Promise((resolve) => setTimeout(resolve, 1000)); // fonts and the chart's last frame
  await workbench.screenshot(file);
}
