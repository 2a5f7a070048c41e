/** What the learner looks at, as a place that can be debugged. */

import * as vscode from 'vscode';

export interface DebugPlace {
  /** Of a document, or of a cell of a notebook. */
  readonly uri: vscode.Uri;
  /** 1-based. */
  readonly line: number;
}

/** That of the editor with the focus, else the cell that is selected; undefined where there is neither. */
export function placeOfCursor(): DebugPlace | undefined {
  const { activeTextEditor, activeNotebookEditor } = vscode.window;
  if (activeTextEditor !== undefined) {
    const { document, selection } = activeTextEditor;
    return { uri: document.uri, line: selection.active.line + 1 };
  }
  const cell = selectedCell(activeNotebookEditor);
  return cell === undefined ? undefined : { uri: cell.document.uri, line: 1 };
}

/** The first of the cells that are selected. */
export function selectedCell(editor: vscode.NotebookEditor | undefined): vscode.NotebookCell | undefined {
  const at = editor?.selections[0]?.start;
  if (editor === undefined || at === undefined || at >= editor.notebook.cellCount) return undefined;
  return editor.notebook.cellAt(at);
}

/** The cell whose document this is; undefined where it is that of no open notebook. */
export function cellOf(uri: vscode.Uri): vscode.NotebookCell | undefined {
  const name = uri.toString();
  const cells = vscode.workspace.notebookDocuments.flatMap((notebook) => notebook.getCells());
  return cells.find(({ document }) => document.uri.toString() === name);
}
