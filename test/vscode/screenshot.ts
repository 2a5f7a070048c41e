/** Runs section 3.4 and takes a picture of the window: what scripts/screenshots.mjs runs inside VS Code. */
import * as vscode from 'vscode';
import { lineOf, moveInto, openWorkbookFile, runExercise } from './extension.ts';
import { eventually, webview, workbench } from './window.ts';

/** Of the panel's column, in pixels. */
const widening = 160;

/** Leaves away what is not the subject of the picture. */
async function tidy(): Promise<void> {
  await workbench.resize(1440, 900);
  await vscode.commands.executeCommand('workbench.action.closeSidebar');
  const settings = vscode.workspace.getConfiguration('editor');
  const { Global } = vscode.ConfigurationTarget;
  await settings.update('minimap.enabled', false, Global);
  await settings.update('stickyScroll.enabled', false, Global);
  await settings.update('occurrencesHighlight', 'off', Global);
}

export async function run(): Promise<void> {
  const file = process.env['D2L_SCREENSHOT'];
  if (!file) throw new Error('D2L_SCREENSHOT does not name the picture');
  await tidy();
  const editor = await openWorkbookFile('3.4-linear-regression-scratch.py');
  moveInto(editor, '# %% [3.4] ');
  const state = await runExercise();
  if (state.status !== 'ok')
    throw new Error(`the run ended ${state.status}: ${state.results.error?.message}`);
  await workbench.dragLeftEdge('.part.auxiliarybar', -widening);
  await eventually(
    'the weights',
    () => webview.text('table.weights-table'),
    (text) => text.includes('b'),
  );
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  const top = lineOf(editor.document, '# %% The data');
  editor.revealRange(new vscode.Range(top, 0, top, 0), vscode.TextEditorRevealType.AtTop);
  await vscode.commands.executeCommand('notifications.clearAll');
  await new Promise((resolve) => setTimeout(resolve, 1000)); // fonts and the chart's last frame
  await workbench.screenshot(file);
}
