/** Pictures of what a run shows of its inside, for the guide: what scripts/screenshots.mjs runs inside VS Code. */
import * as vscode from 'vscode';
import { lineOf, moveInto, openWorkbookFile, runExercise } from './extension.ts';
import { eventually, workbench } from './window.ts';

export async function run(): Promise<void> {
  const place = process.env['D2L_SCREENSHOT'];
  if (!place) throw new Error('D2L_SCREENSHOT does not name the pictures');
  await workbench.resize(1280, 720);
  const settings = vscode.workspace.getConfiguration('editor');
  await settings.update('minimap.enabled', false, vscode.ConfigurationTarget.Global);
  await settings.update('inlayHints.maximumLength', 80, vscode.ConfigurationTarget.Global);
  await vscode.commands.executeCommand('d2l.variables.focus');
  const editor = await openWorkbookFile('3.4-linear-regression-scratch.py');
  await new Promise((resolve) => setTimeout(resolve, 1000)); // the view has told that it is seen
  moveInto(editor, '# %% [3.4] ');
  const state = await runExercise();
  if (state.status !== 'ok')
    throw new Error(`the run ended ${state.status}: ${state.results.error?.message}`);
  await vscode.commands.executeCommand('workbench.action.closeAuxiliaryBar');
  const top = lineOf(editor.document, '# %% The model');
  editor.revealRange(new vscode.Range(top, 0, top, 0), vscode.TextEditorRevealType.AtTop);
  await eventually(
    'the hints',
    () => workbench.texts('.view-line'),
    (lines) => lines.some((line) => line.includes('y_hat:')),
  );
  await vscode.commands.executeCommand('notifications.clearAll');
  await new Promise((resolve) => setTimeout(resolve, 1000)); // fonts
  await workbench.screenshot(place);
}
