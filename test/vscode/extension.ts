/** The extension under test, and what a learner does with it. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { Testing } from '../../src/extension.ts';
import { isActive, type PanelState } from '../../src/run-model/state.ts';
import { eventually, webview, windowIsReachable, workbench } from './window.ts';

/** Activates the extension if need be and returns what it offers to tests. */
export async function testing(): Promise<Testing> {
  const extension = vscode.extensions.getExtension<{ testing?: Testing }>('d2l-exercises.d2l-exercises');
  assert.ok(extension, 'the extension is not installed');
  const { testing } = await extension.activate();
  assert.ok(testing, 'the extension offers nothing for tests: it was not started under test');
  return testing;
}

/** What the panel shows now. */
export async function panelState(): Promise<PanelState> {
  return (await testing()).panelState();
}

/** Opens the panel beside the code or as an editor tab, and waits for its page. */
export async function openPanel(command: 'd2l.openPanel' | 'd2l.openToSide'): Promise<void> {
  await vscode.commands.executeCommand(command);
  await eventually(
    'the page',
    () => webview.count('header.top'),
    (count) => count > 0,
  );
}

function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return folder.uri;
}

/** Shows a file of the workbook. */
export async function openWorkbookFile(name: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(workspaceFolder(), name));
  return vscode.window.showTextDocument(document, vscode.ViewColumn.One);
}

/**
 * Shows a new Python file of the workspace. Untitled documents will not do: VS Code gives a closed one's name to the
 * next, which then may show the old text; nor will a file that another suite, with a copy of this module, wrote anew.
 */
export async function openPython(...lines: string[]): Promise<vscode.TextEditor> {
  const name = `scratch-${randomUUID().slice(0, 8)}-${lines[0]!.replace(/\W+/g, '-')}.py`;
  const file = vscode.Uri.joinPath(workspaceFolder(), name);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(`${lines.join('\n')}\n`));
  return openWorkbookFile(name);
}

/** Closes every editor without saving, and waits until they are gone. */
export async function closeEditors(): Promise<void> {
  const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs).length;
  while (tabs() > 0) {
    const before = tabs();
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await eventually('the closing of an editor', tabs, (count) => count < before);
  }
}

/** 0-based line of the only line that starts with `text`. */
export function lineOf(document: vscode.TextDocument, text: string): number {
  const lines = document.getText().split('\n');
  const found = lines.flatMap((line, index) => (line.startsWith(text) ? [index] : []));
  assert.equal(found.length, 1, `${found.length} lines start with ${text}`);
  return found[0]!;
}

/** Puts the cursor on the line after the heading `heading`. */
export function moveInto(editor: vscode.TextEditor, heading: string): void {
  const position = new vscode.Position(lineOf(editor.document, heading) + 1, 0);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(new vscode.Range(position, position), vscode.TextEditorRevealType.AtTop);
}

/** Runs the exercise at the cursor by the command and returns the panel's state at its end. */
export async function runExercise(): Promise<PanelState> {
  const before = (await panelState()).run;
  await vscode.commands.executeCommand('d2l.runExercise');
  return endOfRun(before);
}

/** Waits until a run later than `before` has ended. */
export async function endOfRun(before: number | null, seconds = 40): Promise<PanelState> {
  const summary = async () => {
    const { run, status, results } = await panelState();
    return { run, status, error: results.error?.message };
  };
  const ended = ({ run, status }: { run: number | null; status: PanelState['status'] }) =>
    run !== null && run !== before && !isActive(status);
  await eventually('the end of the run', summary, ended, seconds);
  return panelState();
}

/** Where `text`, which must be there once, is in the block under `heading`. */
function placeOf(document: vscode.TextDocument, heading: string, text: string): vscode.Range {
  const first = lineOf(document, heading);
  const lines = document.getText().split('\n');
  const next = lines.findIndex((line, index) => index > first && line.startsWith('# %%'));
  const start = document.offsetAt(new vscode.Position(first, 0));
  const block = lines.slice(first, next < 0 ? undefined : next).join('\n');
  assert.equal(block.split(text).length, 2, `${text} is not exactly once below ${heading}`);
  const at = start + block.indexOf(text);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + text.length));
}

/** Replaces `text` in the block under `heading`, in one edit. */
export async function replaceIn(
  editor: vscode.TextEditor,
  heading: string,
  text: string,
  replacement: string,
): Promise<void> {
  const range = placeOf(editor.document, heading, text);
  assert.ok(await editor.edit((edit) => edit.replace(range, replacement)));
}

/** The same by the keyboard where the window can be reached: selects `text` and types over it. */
export async function typeOver(
  editor: vscode.TextEditor,
  heading: string,
  text: string,
  replacement: string,
): Promise<void> {
  if (!windowIsReachable) return replaceIn(editor, heading, text, replacement);
  const range = placeOf(editor.document, heading, text);
  await vscode.window.showTextDocument(editor.document, {
    viewColumn: vscode.ViewColumn.One,
    selection: range,
  });
  await workbench.type(replacement);
  const line = () => editor.document.lineAt(range.start.line).text;
  await eventually('the typed text', line, (shown) => shown.includes(replacement));
}
