/** Folds the hints of a workbook when it opens. */
import * as vscode from 'vscode';

/** Folds the hints of the file in front, which stand in `# region Hint` … `# endregion`. */
export async function foldHints(): Promise<void> {
  await vscode.commands.executeCommand('editor.foldAllMarkerRegions');
}
