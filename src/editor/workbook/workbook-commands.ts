/** The commands of the workbook's view. */

import * as vscode from 'vscode';
import type { Editor } from '../editor.ts';
import type { WorkbookSection } from './outline.ts';
import type { WorkbookNode } from './tree-view.ts';
import type { Workbook } from './workbook.ts';

type Command = (workbook: Workbook, argument: unknown) => unknown;

const COMMANDS: Readonly<Record<string, Command>> = {
  'd2l.workbook.openExercise': (workbook, argument) => open(workbook, argument),
  'd2l.workbook.runExercise': async (workbook, argument) => {
    const block = await open(workbook, argument);
    if (block !== undefined) await vscode.commands.executeCommand('d2l.runExercise', block);
  },
  'd2l.workbook.compareWithOriginal': (workbook, argument) =>
    withSection(argument, (section) => workbook.compare(section)),
  'd2l.workbook.restoreOriginal': (workbook, argument) =>
    withSection(argument, (section) => workbook.restore(section)),
  'd2l.workbook.resetProgress': (workbook) => resetProgress(workbook),
};

export function registerWorkbookCommands(load: () => Promise<Editor>): vscode.Disposable {
  const registrations = Object.entries(COMMANDS).map(([id, act]) =>
    vscode.commands.registerCommand(id, async (argument: unknown) => act((await load()).workbook, argument)),
  );
  return vscode.Disposable.from(...registrations);
}

/** A number, as the tree's items pass it, or an item itself, as its menu does. */
function open(workbook: Workbook, argument: unknown): ReturnType<Workbook['open']> {
  const exercise = typeof argument === 'string' ? argument : nodeOf(argument, 'exercise')?.exercise.id;
  return exercise === undefined ? Promise.resolve(undefined) : workbook.open(exercise);
}

function withSection(argument: unknown, act: (section: WorkbookSection) => Promise<void>): Promise<void> {
  const node = nodeOf(argument, 'section');
  return node === undefined ? Promise.resolve() : act(node.section);
}

/** The item of that type; undefined when `argument` is anything else. */
function nodeOf<Type extends WorkbookNode['type']>(
  argument: unknown,
  type: Type,
): Extract<WorkbookNode, { type: Type }> | undefined {
  const node = argument as WorkbookNode | null | undefined;
  return node?.type === type ? (node as Extract<WorkbookNode, { type: Type }>) : undefined;
}

async function resetProgress(workbook: Workbook): Promise<void> {
  const reset = vscode.l10n.t('Reset');
  const text = vscode.l10n.t('Mark every exercise of the workbook as new?');
  const detail = vscode.l10n.t('Your files stay as they are.');
  const answer = await vscode.window.showWarningMessage(text, { modal: true, detail }, reset);
  if (answer === reset) workbook.progress.reset();
}
