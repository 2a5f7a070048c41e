/** What a learner has set in the panel when the window reloads: one value written into the code, another that is not. */
import * as vscode from 'vscode';
import { endOfRun, moveInto, openPython, panelState, runExercise } from './extension.ts';
import { eventually, webview, workbench } from './window.ts';

export const LEFT_HEADING = '# %% [9.6] ';
/** Names the file, after the first line of its code. */
export const LEFT_FILE = 'Values-left-behind';

export async function leaveOverrides(): Promise<void> {
  const editor = await openPython(
    '# %% Values left behind',
    `${LEFT_HEADING}Two values`,
    'lr = 0.03',
    'sigma = 2.0',
    'print(lr, sigma)',
  );
  moveInto(editor, LEFT_HEADING);
  await runExercise();
  await vscode.commands.executeCommand('notifications.clearAll');
  await turn('lr', '0.1');
  await vscode.commands.executeCommand('d2l.applyOverrides');
  await eventually(
    'the value in the code',
    () => editor.document.getText(),
    (text) => text.includes('lr = 0.1\n'),
  );
  await editor.document.save();
  await turn('sigma', '3.5');
}

async function turn(name: string, value: string): Promise<void> {
  const { run } = await panelState();
  await webview.fill(`.parameter:has(.parameter-name:text-is("${name}")) vscode-text-field input`, value);
  await workbench.press('Enter');
  await endOfRun(run);
}
