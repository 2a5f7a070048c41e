/** Every command of the extension, by its id in package.json. */

import * as vscode from 'vscode';
import type { PanelHost } from '../webview/panel.ts';
import { readBlockArgument, readNotebookArgument, readParameterArgument } from './arguments.ts';
import { sourceOf } from './documents.ts';
import type { Editor } from './editor.ts';
import { chooseParameter } from './sweeps/sweep-actions.ts';
import { WorkbookFiles } from './workbook/files.ts';
import { openWorkbook } from './workbook/open-workbook.ts';

export interface CommandParts {
  readonly load: () => Promise<Editor>;
  readonly panel: PanelHost;
  readonly log: vscode.LogOutputChannel;
  readonly extension: vscode.Uri;
}

export function registerCommands(parts: CommandParts): vscode.Disposable {
  const { load, panel, log, extension } = parts;
  const commands: Readonly<Record<string, (argument: unknown) => unknown>> = {
    'd2l.runExercise': async (argument) => runExercise(await load(), panel, argument),
    'd2l.sweepParameter': async (argument) => sweepParameter(await load(), panel, argument),
    'd2l.stop': async () => (await load()).controller.stop(),
    'd2l.openPanel': () => panel.reveal(),
    'd2l.openToSide': async () => {
      panel.openToSide();
      await load();
    },
    'd2l.openWorkbook': () => openWorkbook(new WorkbookFiles(extension)),
    'd2l.openCellRun': async (cell) => (await load()).notebooks.openRun(String(cell)),
    'd2l.restartNotebook': async (context) => (await load()).notebooks.restart(readNotebookArgument(context)),
    'd2l.showLog': () => log.show(),
  };
  const registrations = Object.entries(commands).map(([id, act]) => vscode.commands.registerCommand(id, act));
  return vscode.Disposable.from(...registrations);
}

/** Runs the block that a CodeLens named, else the one at the cursor, else what the panel shows. */
async function runExercise({ controller }: Editor, panel: PanelHost, argument: unknown): Promise<void> {
  const named = readBlockArgument(argument);
  const editor = editorOf(argument);
  const document =
    named === undefined
      ? editor?.document
      : await vscode.workspace.openTextDocument(vscode.Uri.parse(named.uri, true));
  const source = document === undefined ? undefined : sourceOf(document);
  if (source === undefined && controller.shown === undefined) return offerWorkbook();
  const line = (editor?.selection.active.line ?? 0) + 1;
  const run = source === undefined ? controller.runShown() : controller.run(source, named ?? { line });
  await panel.reveal();
  await run;
}

/** Opens the sweep's form for the parameter that a CodeLens named, else for one that the learner chooses. */
async function sweepParameter({ controller }: Editor, panel: PanelHost, argument: unknown): Promise<void> {
  const named = readParameterArgument(argument);
  const editor = editorOf(argument);
  const document =
    named === undefined
      ? editor?.document
      : await vscode.workspace.openTextDocument(vscode.Uri.parse(named.uri, true));
  const source = document === undefined ? undefined : sourceOf(document);
  const line = (editor?.selection.active.line ?? 0) + 1;
  const record =
    source === undefined ? controller.upToDate() : controller.show(source, named?.target ?? { line });
  if (record === undefined) return offerWorkbook();
  const key = named?.key ?? (await chooseParameter(record));
  if (key === undefined) return;
  controller.sweeps.choose(key);
  await panel.reveal({ preserveFocus: false });
}

/** The editor whose title button was pressed, else the active one. */
function editorOf(argument: unknown): vscode.TextEditor | undefined {
  const pressed = argument instanceof vscode.Uri ? argument.toString() : undefined;
  const { visibleTextEditors, activeTextEditor } = vscode.window;
  if (activeTextEditor?.document.uri.toString() === pressed) return activeTextEditor;
  return visibleTextEditors.find(({ document }) => document.uri.toString() === pressed) ?? activeTextEditor;
}

async function offerWorkbook(): Promise<void> {
  const open = vscode.l10n.t('Open the workbook');
  const text = vscode.l10n.t('Open a Python file to run an exercise of it.');
  if ((await vscode.window.showInformationMessage(text, open)) === open) {
    await vscode.commands.executeCommand('d2l.openWorkbook');
  }
}
