/** Notebooks on our kernel. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './window.ts';

/** Writes a notebook of these cells, and shows it. */
export async function openNotebook(name: string, cells: readonly string[]): Promise<vscode.NotebookDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  const uri = vscode.Uri.joinPath(folder.uri, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(fileOf(cells)));
  return showNotebook(uri);
}

/** Shows it and chooses our kernel, as the learner does in the list of kernels. */
export async function showNotebook(uri: vscode.Uri): Promise<vscode.NotebookDocument> {
  const notebook = await vscode.workspace.openNotebookDocument(uri);
  await vscode.window.showNotebookDocument(notebook, { viewColumn: vscode.ViewColumn.One });
  await vscode.commands.executeCommand('notebook.selectKernel', {
    id: 'd2l',
    extension: 'd2l-exercises.d2l-exercises',
  });
  return notebook;
}

/** Executes cells as their buttons do. */
export function execute(notebook: vscode.NotebookDocument, ...range: [number, number]): Thenable<unknown> {
  return vscode.commands.executeCommand('notebook.cell.execute', {
    ranges: [{ start: range[0], end: range[1] }],
    document: notebook.uri,
  });
}

function fileOf(cells: readonly string[]): string {
  const source = (text: string) => text.split(/(?<=\n)/);
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { language_info: { name: 'python' } },
    cells: cells.map((text, index) => ({
      id: `cell-${String(index)}`,
      cell_type: 'code',
      execution_count: null,
      metadata: {},
      outputs: [],
      source: source(text),
    })),
  });
}

/** Runs a cell to its end. */
export async function run(notebook: vscode.NotebookDocument, index: number): Promise<vscode.NotebookCell> {
  const cell = notebook.cellAt(index);
  const before = cell.executionSummary?.timing?.startTime;
  await execute(notebook, index, index + 1);
  const summary = () => cell.executionSummary;
  await eventually(
    `the end of cell ${String(index)}`,
    summary,
    (found) => found?.timing !== undefined && found.timing.startTime !== before,
    40,
  );
  return cell;
}

/** What a cell shows, by kind. */
export function shown(cell: vscode.NotebookCell, mime: string): string {
  const items = cell.outputs.flatMap(({ items: all }) => all.filter((item) => item.mime === mime));
  return items.map(({ data }) => new TextDecoder().decode(data)).join('');
}
